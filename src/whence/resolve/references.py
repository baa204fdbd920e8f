"""Mentions with what their own words tell: name parts, gender, role nouns, place in the text."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from whence.lexicon.people import (
    COURTESY_TITLES,
    GROUP_NOUNS,
    PERSON_NOUNS,
    Gender,
    gender_of_given,
    gender_of_title,
    singular,
)
from whence.model import Extraction, Mention, MentionForm, MentionKind, Report, Span, hull
from whence.resolve.names import PersonName, parse_person
from whence.text import find_sentences, fold_letters, fold_marks

_WOMEN: Final = frozenset(("she", "her", "hers", "herself"))
_MEN: Final = frozenset(("he", "him", "his", "himself"))
_THEY: Final = frozenset(("they", "them", "their", "theirs", "themselves"))
_IT: Final = frozenset(("it", "its", "itself"))
_FIRST: Final = frozenset(("i", "me", "my", "mine", "myself"))
_AGE: Final = re.compile(r",? ?\(?(\d{1,3})[,).]")
_YEARS: Final = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old\b")
_PARTY: Final = re.compile(r",? ?\(?([DR])\.?(?:-|, )([A-Z][A-Za-z.]{1,14})")
_PARTIES: Final = {"D": "democrat", "R": "republican"}
_DEFINITE: Final = ("the ", "this ", "that ", "these ", "those ", "his ", "her ", "its ", "their ")


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention and what can be read from it without looking at any other."""

    mention: Mention
    index: int
    surface: str
    """The words of the mention, plain marks."""
    head: str
    """The name itself as it stands, plain marks; the whole surface where there is no name."""
    key: str
    """The head folded: lower case, no accents, no article."""
    name: PersonName | None
    gender: Gender | None
    plural: bool
    roles: tuple[str, ...]
    """Role nouns in lower case: ``chief executive``, ``minister``."""
    noun: str
    """The head noun of a description in lower case, singular: ``expert``; else empty."""
    pronoun: str
    """The pronoun in lower case, or empty."""
    sentence: int
    paragraph: int
    quotation: int
    """Number of the quotation it stands in; -1 outside quotations."""
    opens_sentence: bool
    is_definite: bool
    has_told_gender: bool
    """Whether a title or role noun tells the gender, not a given name alone."""
    party: str
    """State and party given beside a name ("Ariz republican" for ``R-Ariz.``); empty for none."""
    speaks: bool
    """Whether it is the source of an attribution."""
    age: str
    """The age given beside a name, or in ``the 42-year-old``; empty for none."""

    @property
    def span(self) -> Span:
        """The characters of the mention."""
        return self.mention.span

    @property
    def kind(self) -> MentionKind:
        """What the mention names."""
        return self.mention.kind

    @property
    def is_name(self) -> bool:
        """Whether it is a name rather than a description or pronoun."""
        return self.mention.form is MentionForm.NAME

    @property
    def is_person(self) -> bool:
        """Whether it names or describes one person."""
        return self.mention.kind is MentionKind.PERSON

    @property
    def wants_woman(self) -> bool:
        """Whether it is a pronoun of a woman."""
        return self.pronoun in _WOMEN

    @property
    def wants_man(self) -> bool:
        """Whether it is a pronoun of a man."""
        return self.pronoun in _MEN

    @property
    def is_they(self) -> bool:
        """Whether it is a pronoun of several, or of one whose gender is left open."""
        return self.pronoun in _THEY

    @property
    def is_it(self) -> bool:
        """Whether it is a pronoun of a thing or body."""
        return self.pronoun in _IT

    @property
    def is_first_person(self) -> bool:
        """Whether it is a speaker's own pronoun."""
        return self.pronoun in _FIRST


@dataclass(frozen=True, slots=True)
class Layout:
    """Where sentences, paragraphs and quotations of a report begin."""

    text: str
    sentences: tuple[Span, ...]
    sentence_starts: tuple[int, ...]
    paragraph_starts: tuple[int, ...]
    quotations: tuple[Span, ...]
    quotation_starts: tuple[int, ...]

    def sentence_at(self, position: int) -> int:
        """Number of the sentence that a character lies in, or the one before it."""
        return max(0, bisect_right(self.sentence_starts, position) - 1)

    def opens(self, position: int) -> bool:
        """Whether a sentence begins at a character, marks before it aside."""
        start = self.sentence_starts[self.sentence_at(position)] if self.sentence_starts else 0
        return not any(c.isalnum() for c in self.text[start:position][:200])

    def paragraph_at(self, position: int) -> int:
        """Number of the paragraph that a character lies in."""
        return max(0, bisect_right(self.paragraph_starts, position) - 1)

    def quotation_at(self, position: int) -> int:
        """Number of the outer quotation that a character lies in; -1 for none."""
        index = bisect_right(self.quotation_starts, position) - 1
        return index if index >= 0 and position < self.quotations[index].end else -1


def read_layout(report: Report, extraction: Extraction) -> Layout:
    """The sentences, paragraphs and outer quotations of a report."""
    paragraphs: list[Span] = []
    start = 0
    for line in report.text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append(Span(start, start + len(line)))
        start += len(line)
    sentences = [found for block in paragraphs for found in find_sentences(report.text, block)]
    outer = sorted(q.span for q in extraction.quotations if q.depth == 0)
    return Layout(
        text=report.text,
        sentences=tuple(sentences),
        sentence_starts=tuple(span.start for span in sentences),
        paragraph_starts=tuple(span.start for span in paragraphs),
        quotations=tuple(outer),
        quotation_starts=tuple(span.start for span in outer),
    )


def read_references(layout: Layout, extraction: Extraction) -> tuple[Reference, ...]:
    """All mentions of a report in order of text, with their features."""
    ordered = sorted(extraction.mentions, key=lambda mention: (mention.span, mention.id))
    sources = {hull(a.source) for a in extraction.attributions if a.source}
    return tuple(
        _read(layout, mention, index, mention.span in sources)
        for index, mention in enumerate(ordered)
    )


def _read(layout: Layout, mention: Mention, index: int, speaks: bool) -> Reference:
    text = layout.text
    surface = fold_marks(mention.span.of(text))
    head = fold_marks((mention.head or mention.span).of(text))
    roles = tuple(noun for span in mention.role for noun in role_nouns(span.of(text)))
    is_pronoun = mention.form is MentionForm.PRONOUN
    named = mention.form is MentionForm.NAME
    name = None
    if named and mention.kind in (MentionKind.PERSON, MentionKind.UNKNOWN):
        name = parse_person(head)
    titles = text[mention.span.start : mention.head.start] if mention.head else ""
    told = _told_gender(titles, roles)
    return Reference(
        mention=mention,
        index=index,
        surface=surface,
        head=head,
        key=plain_key(head),
        name=name,
        gender=(told or _gender_of(name)) if not is_pronoun else None,
        plural=mention.kind is MentionKind.GROUP,
        roles=roles,
        noun=_head_noun(text, mention),
        pronoun=surface.lower() if is_pronoun else "",
        sentence=layout.sentence_at(mention.span.start),
        paragraph=layout.paragraph_at(mention.span.start),
        quotation=layout.quotation_at((mention.head or mention.span).start),
        opens_sentence=layout.opens(mention.span.start),
        is_definite=surface.lower().startswith(_DEFINITE) or "'s " in surface,
        has_told_gender=told is not None and not is_pronoun,
        party=_party(text, mention) if named else "",
        speaks=speaks,
        age=_age(text, mention),
    )


def plain_key(head: str) -> str:
    """A name to compare by: folded, without article and possessive."""
    folded = fold_letters(head).strip(" .,'\"")
    for article in ("the ", "a ", "an "):
        folded = folded.removeprefix(article)
    return folded.removesuffix("'s")


def role_nouns(words: str) -> tuple[str, ...]:
    """The nouns of a role that say what somebody is, in lower case, the longest first.

    ``former chief executive`` gives ``chief executive`` and ``executive``.
    """
    own = fold_marks(words).lower().rpartition("'s ")[2]
    lows = [word.strip(".,()'\"") for word in own.split()]
    found: list[str] = []
    for index, low in enumerate(lows):
        for size in (4, 3, 2):
            phrase = " ".join(lows[index : index + size])
            if phrase in PERSON_NOUNS and phrase not in found:
                found.append(phrase)
        one = singular(low)
        if one in PERSON_NOUNS or low in GROUP_NOUNS:
            found.append(one)
        elif low.removesuffix("'s") in COURTESY_TITLES:
            found.append(low)
    if lows and singular(lows[-1]) not in found:
        found.append(singular(lows[-1]))
    return tuple(dict.fromkeys(found))


def _head_noun(text: str, mention: Mention) -> str:
    if mention.form is not MentionForm.DESCRIPTION:
        return ""
    words = fold_marks((mention.role[0] if mention.role else mention.span).of(text)).lower().split()
    if not words:
        return ""
    for size in (4, 3, 2):
        phrase = " ".join(words[-size:])
        if len(words) >= size and phrase in PERSON_NOUNS:
            return phrase
    return singular(words[-1])


def _told_gender(titles: str, roles: tuple[str, ...]) -> Gender | None:
    """The gender told by a title, else by a role noun."""
    for word in titles.split():
        told = gender_of_title(word)
        if told is not None:
            return told
    for role in roles:
        told = gender_of_title(role.split()[-1])
        if told is not None:
            return told
    return None


def _gender_of(name: PersonName | None) -> Gender | None:
    """The usual gender of the given name."""
    return gender_of_given(name.tokens[0]) if name is not None else None


def _party(text: str, mention: Mention) -> str:
    head = mention.head or mention.span
    after = _PARTY.match(text, head.end, min(len(text), head.end + 24))
    if after is None:
        return ""
    return f"{after.group(2).replace('.', '').lower()} {_PARTIES[after.group(1)]}"


def _age(text: str, mention: Mention) -> str:
    head = mention.head or mention.span
    after = _AGE.match(text, head.end, min(len(text), head.end + 8))
    if after is not None:
        return after.group(1)
    years = _YEARS.search(text, mention.span.start, mention.span.end)
    return years.group(1) if years is not None else ""
