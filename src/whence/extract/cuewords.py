"""The words that ascribe, from the reviewed lexicon, ready to be looked up by form."""

from typing import Final

from whence.lexicon.tables import load_table
from whence.model import CuePolarity, CueType, Value

_TABLE: Final = load_table("cues")
_VOWELS: Final = "aeiou"
_FORMS: Final = ("third", "past", "participle", "ing")


class Sense(Value, frozen=True, kw_only=True):
    """What a verb means when it takes a certain complement."""

    type: CueType
    polarity: CuePolarity


class CueVerb(Value, frozen=True, kw_only=True):
    """A verb that ascribes, with its preposition if it needs one.

    ``senses`` goes from what may stand with it ("that", "quote", "object" …) to its meaning then.
    """

    lemma: str
    particles: tuple[str, ...]
    senses: dict[str, Sense]

    def takes(self, complement: str) -> bool:
        """Whether a complement of this sort may stand with the verb."""
        return complement in self.senses

    def sense(self, complement: str) -> Sense:
        """The meaning with this complement; that of its first class if it does not take it."""
        return self.senses.get(complement) or next(iter(self.senses.values()))


def _forms_of(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form."""
    if lemma in _TABLE["irregular"]:
        third, past, participle, ing = _TABLE["irregular"][lemma].split()
        return third, past, participle, ing
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es", lemma + "ed", lemma + "ed", lemma + "ing"
    return lemma + "s", lemma + "ed", lemma + "ed", lemma + "ing"


def _read_verbs() -> dict[str, tuple[CueVerb, ...]]:
    """Lemma to its entries, those with more particles first."""
    senses: dict[tuple[str, ...], dict[str, Sense]] = {}
    for group in _TABLE["verbs"]:
        sense = Sense(
            type=CueType(group["type"]), polarity=CuePolarity(group.get("polarity", "asserted"))
        )
        for entry in group["verbs"].split():
            known = senses.setdefault(tuple(entry.split("_")), {})
            for complement in group["takes"]:
                known.setdefault(complement, sense)
    verbs: dict[str, list[CueVerb]] = {}
    for key, known in senses.items():
        verbs.setdefault(key[0], []).append(CueVerb(lemma=key[0], particles=key[1:], senses=known))
    return {
        lemma: tuple(sorted(entries, key=lambda verb: -len(verb.particles)))
        for lemma, entries in verbs.items()
    }


VERBS: Final[dict[str, tuple[CueVerb, ...]]] = _read_verbs()


def _read_forms() -> dict[str, tuple[str, str]]:
    """Form to its lemma and the name of the form; a past that is a participle too is "past"."""
    forms: dict[str, tuple[str, str]] = {}
    for lemma in VERBS:
        forms.setdefault(lemma, (lemma, "base"))
        for name, form in zip(_FORMS, _forms_of(lemma), strict=True):
            forms.setdefault(form, (lemma, name))
    return forms


FORMS: Final[dict[str, tuple[str, str]]] = _read_forms()
"""Every form of every verb: its lemma and which form it is."""

SAYING: Final[frozenset[str]] = frozenset(
    lemma for lemma, entries in VERBS.items() if any(entry.takes("quote") for entry in entries)
)
"""Lemmas that may stand beside a quotation."""

TAILS: Final[frozenset[str]] = frozenset(
    lemma
    for lemma, entries in VERBS.items()
    if any(entry.takes("before") and entry.takes("clause") for entry in entries) or lemma == "ask"
)
"""Lemmas that may close a sentence after a content: "…, the minister said"."""
NESTING: Final[frozenset[str]] = frozenset(_TABLE["nesting"]["verbs"].split())
"""Lemmas that make an attribution inside another's content."""


def _by_type(table: dict[str, str]) -> dict[str, CueType]:
    return {word: CueType(name) for name, words in table.items() for word in words.split()}


NOUNS: Final[dict[str, CueType]] = _by_type(_TABLE["nouns"])
ADJECTIVES: Final[dict[str, CueType]] = _by_type(_TABLE["adjectives"])
PHRASES: Final[dict[tuple[str, ...], CueType]] = {
    tuple(phrase.split()): CueType(name)
    for name, phrases in _TABLE["phrases"].items()
    for phrase in phrases
}
HEARSAY: Final = frozenset(_TABLE["sourceless"]["adverbs"])
PASSIVE: Final = frozenset(_TABLE["sourceless"]["participles"].split())
IMPERSONAL: Final = frozenset(_TABLE["sourceless"]["impersonal"].split())
NEGATIONS: Final = frozenset(_TABLE["negation"]["words"])
