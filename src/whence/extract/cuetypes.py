"""What sort of act a cue names, and whether it asserts, denies, refuses or hedges."""

import re
from typing import Final

from whence.extract.cuewords import (
    ADJECTIVES,
    FORMS,
    HEARSAY,
    NEGATIONS,
    NOUNS,
    PHRASES,
    VERBS,
    CueVerb,
)
from whence.lexicon.tables import load_table
from whence.model import SPEECH, CuePolarity, CueType, Spans, surface

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*|['’]\w+")
_TABLE: Final = load_table("polarity")


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(_TABLE[name]["phrases"]) + r")\b", re.IGNORECASE)


_REFUSED: Final = _pattern("refused")
_HEDGED: Final = _pattern("hedged")
_NO_COMMENT: Final = _pattern("no_comment")
_DOUBLE: Final = _pattern("double")
_PHRASES: Final = tuple((" ".join(words), kind) for words, kind in PHRASES.items())
_NEGATABLE: Final = frozenset(_TABLE["refused"]["types"])


def words_of(text: str, cue: Spans) -> list[str]:
    """The words of a cue in lower case, "n't" as a word of its own."""
    joined = surface(text, cue).lower().replace("’", "'").replace("n't", " n't")
    return [match.group() for match in _WORD.finditer(joined.replace(" n't", " not"))]


def complement_of(text: str, cue: Spans, content: Spans) -> str:
    """The sort of complement a content is for its cue, by its first words."""
    if not cue:
        return "quote"
    after = [piece for piece in content if piece.start >= cue[-1].end]
    if not after:
        return "before"
    opening = text[after[0].start : after[0].start + 12].lower()
    between = text[cue[-1].end : after[0].start]
    if any(mark in between for mark in '“"«„‘'):
        return "quote"
    if opening.startswith("that ") or re.search(r"\bthat\s*$", between):
        return "that"
    if opening.startswith("to ") or re.search(r"\bto\s*$", between):
        return "to"
    if opening.startswith(("whether ", "if ")):
        return "whether"
    return "clause"


def cue_type_of(text: str, cue: Spans, content: Spans) -> CueType:
    """What sort of act the cue names; said where the lexicon does not know it."""
    words = words_of(text, cue)
    if not words:
        return CueType.SAID
    joined = " ".join(words)
    for phrase, kind in _PHRASES:
        if phrase in joined:
            return kind
    complement = complement_of(text, cue, content)
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word in FORMS and not (
            word in ("hold", "held", "see", "go", "have")
            and len(words) > 1
            and index < len(words) - 1
        ):
            verb = _entry(FORMS[word][0], words[index + 1 :], complement)
            return verb.sense(complement).type
        if word in NOUNS:
            return NOUNS[word]
        if word in ADJECTIVES:
            return ADJECTIVES[word]
    return CueType.OTHER if not HEARSAY & set(words) else CueType.SAID


def _entry(lemma: str, after: list[str], complement: str) -> CueVerb:
    """The entry of a verb that fits what follows it best."""
    entries = VERBS[lemma]
    for entry in entries:
        if entry.particles and tuple(after[: len(entry.particles)]) == entry.particles:
            return entry
    plain = [entry for entry in entries if not entry.particles]
    for entry in plain:
        if entry.takes(complement) or (complement == "clause" and entry.takes("object")):
            return entry
    return plain[0] if plain else entries[0]


def polarity_of(text: str, cue: Spans, content: Spans, *, kind: CueType) -> CuePolarity:
    """Whether the cue asserts, denies, refuses, questions or hedges.

    A negated cue of speech ("did not say", "has not confirmed") is refused: no statement. "Does not
    believe" asserts a belief, denied; "did not deny" is hedged.

    Args:
        text: The report's text.
        cue: The words that ascribe.
        content: What is ascribed.
        kind: The cue's type.
    """
    words = words_of(text, cue)
    joined = " ".join(words)
    if _DOUBLE.search(joined):
        return CuePolarity.HEDGED
    if _REFUSED.search(joined) or _NO_COMMENT.search(joined):
        return CuePolarity.REFUSED
    if NEGATIONS & set(words):
        return CuePolarity.REFUSED if kind.value in _NEGATABLE else CuePolarity.DENIED
    if _HEDGED.search(joined) or HEARSAY & set(words):
        return CuePolarity.HEDGED
    complement = complement_of(text, cue, content)
    for word in reversed(words):
        if word in FORMS:
            index = words.index(word)
            entry = _entry(FORMS[word][0], words[index + 1 :], complement)
            return entry.sense(complement).polarity
    return CuePolarity.ASSERTED


def is_uttered(
    text: str,
    source: Spans,
    cue: Spans,
    content: Spans,
    *,
    kind: CueType,
    is_mixed: bool,
    is_inner: bool,
) -> bool:
    """Whether somebody can be held to have said it.

    Feelings, intentions and knowledge are the reporter's reading of a person; so is a thought
    told in the past ("he thought he would die"). "Experts believe" is an opinion given. A bare
    judgement ("praised the plan") names no words, the reporter's "I think" is no source, and
    "is accused of" gives nobody's words unless it is hearsay.

    Args:
        text: The report's text.
        source: Who is cited.
        cue: The words that ascribe.
        content: What is ascribed.
        kind: The cue's type.
        is_mixed: Whether content stands in quotation marks, at least in part.
        is_inner: Whether the source itself stands inside a quotation.
    """
    words = words_of(text, cue)
    lemmas = {FORMS[word][0] for word in words if word in FORMS}
    named = source[0].of(text).lower() if source else ""
    if kind in _INNER or named in _NOBODY:
        return False
    if is_inner:
        # "I can say that …" inside a quotation is its speaker's own words once more.
        return kind in SPEECH and named not in _NARRATOR
    if is_mixed:
        return True
    if named in _NARRATOR or _names_no_words(text, content, lemmas):
        return False
    if _is_in_keeping(text, source, cue):
        return False
    if not source and cue and not (set(words) & _HEARD or HEARSAY & set(words)):
        return False
    if lemmas & _JUDGING and complement_of(text, cue, content) == "clause":
        return False
    if kind is not CueType.BELIEVES:
        return True
    return not any(FORMS[word] in _INNER_PAST for word in words if word in FORMS)


_NOBODY: Final = frozenset({"nobody", "no one", "none", "no-one", "neither"})
_PRONOUN: Final = frozenset(_TABLE["wordless"]["pronouns"])
_SHOWING: Final = frozenset(_TABLE["wordless"]["verbs"])
_HELP: Final = frozenset(_TABLE["wordless"]["called_for"])
_GREETINGS: Final = frozenset(_TABLE["wordless"]["greetings"])
_NORM: Final = re.compile(
    r"(?:(?:the |its? |their |his |her |our )?(?:\w+ )?(?:"
    + "|".join(_TABLE["wordless"]["norms"])
    + r")|(?:"
    + "|".join(_TABLE["wordless"]["bare_norms"])
    + r"))(?:$|,| (?:of|in|on|for|set|laid|agreed|adopted|that|which)\b)",
    re.IGNORECASE,
)
_THING: Final = re.compile(
    r"(?:the|a|an|this|these|those|his|her|their|its|my|our)\b", re.IGNORECASE
)
_NARRATOR: Final = frozenset({"i", "we", "you", "us", "me"})
_JUDGING: Final = frozenset(_TABLE["judging"]["verbs"])
_HEARD: Final = frozenset(_TABLE["heard"]["participles"])
_INNER: Final = frozenset({CueType.FEELS, CueType.INTENDS, CueType.KNOWS, CueType.OTHER})
_INNER_PAST: Final = frozenset(
    (lemma, form) for lemma in _TABLE["inner"]["verbs"] for form in ("past", "ing")
)


def _names_no_words(text: str, content: Spans, lemmas: set[str]) -> bool:
    """Whether a content tells no words at all: "which", "called for help", "posted a picture"."""
    words = surface(text, content).strip().lower()
    if words in _PRONOUN:
        return True
    opening = words.split()[:1]
    if "call" in lemmas and opening and opening[0] in _HELP:
        return True
    if "say" in lemmas and opening and opening[0].rstrip(",.") in _GREETINGS:
        return True
    return bool(lemmas & _SHOWING) and bool(_THING.match(words))


def _is_in_keeping(text: str, source: Spans, cue: Spans) -> bool:
    """Whether "according to" names a norm and no source: "built according to the rules of 1974".

    A comma before it makes a source even of the rules: "Nobody may enter, according to the rules".
    """
    if not source or not cue or not cue[0].of(text).lower().endswith("according to"):
        return False
    start = cue[0].end - len("according to")
    before = text[max(0, start - 2) : start]
    return before[:1].isalpha() and before[1:] == " " and bool(_NORM.match(source[0].of(text)))
