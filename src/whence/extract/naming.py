"""How a report names a source: by name, by a made-up name, or not at all, and why."""

import re
from bisect import bisect_right
from typing import Final

from whence.lexicon.tables import load_table
from whence.model import Anonymity, SourceNaming, Span, Spans, UnnamedType

_TABLE: Final = load_table("naming")
_NAMED: Final = SourceNaming(anonymity=Anonymity.NAMED)
_PRONOUN: Final = frozenset(_TABLE["pronouns"]["words"].split())
_BODIES: Final = re.compile(r"\b(?:" + "|".join(_TABLE["bodies"]["nouns"]) + r")\b", re.IGNORECASE)
_NAME: Final = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[^\W\d_a-z][\w’'-]+|\b[^\W\d_a-z]{2,}\b")
_INDEFINITE: Final = re.compile(
    r"^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|"
    r"some|several|many|most|few|other|"
    r"others|another|multiple|various|numerous|dozens of|hundreds of|both|unnamed|anonymous|"
    r"at least \w+|more than \w+)\b",
    re.IGNORECASE,
)
_TYPES: Final = tuple(
    (UnnamedType(name), re.compile(r"\b(?:" + "|".join(patterns) + r")\b", re.IGNORECASE))
    for name, patterns in _TABLE["types"].items()
)
_MASKED: Final = re.compile(
    r"\b(?:" + "|".join(_TABLE["anonymity"]["phrases"]) + r")\b[^.;“”\"\n]{0,40}", re.IGNORECASE
)
_REASON: Final = re.compile(
    r"\b(?:" + "|".join(_TABLE["anonymity"]["reasons"]) + r")\b[^.;:“”\"\n]{0,200}", re.IGNORECASE
)
_AFTER_HEAD: Final = re.compile(r",|\s(?:of|in|from|on|about|over|to|for|by|who|that|which)\b")
_PERSONS: Final = re.compile(r"\b(?:persons?|sources?|m[ae]n|wom[ae]n)\b", re.IGNORECASE)
_PSEUDONYM_AFTER: Final = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?)"
    r"[”\"’']?\s?[,(–—-]"
    r"\s?(?:which is |who is |\w+, )?(?:" + "|".join(_TABLE["pseudonyms"]["after"]) + r")\b",
)
_PSEUDONYM_BEFORE: Final = re.compile(
    r"\b(?:"
    + "|".join(_TABLE["pseudonyms"]["before"])
    + r")\s+[“\"‘'«]?\s?(?P<name>[^\W\d_a-z][\w’'-]+)",
)
_ABBREVIATED: Final = re.compile(r"\b([^\W\d_]{1,4})\.(?=\s?[^\W\d_a-z])")
"""A title or an initial, whose stop ends no sentence."""
_APPOSED: Final = re.compile(
    r"[^\WA-Z\d_],\s[^\W\d_a-z][\w’'-]*"
    r"(?:\s(?:[^\WA-Z\d_]{2,3}[\s-])?[^\W\d_a-z][\w’'-]*){0,4}(?:,|\s\(|$)"
)
"""A name beside a description: "a neighbour, Marta Vey,"; not "a man from Brellin, Vermeer"."""
_SPEAKS_FOR: Final = re.compile(
    r"\bspokes(?:man|woman|person|people)|\bspeaking for|"
    r"\bon behalf of|\brepresentative (?:for|of)",
    re.IGNORECASE,
)


class Namings:
    """What one report says of the names of its sources, read once."""

    def __init__(self, text: str, blocks: Spans) -> None:
        self._text = text
        self._pseudonyms: list[int] = []
        self._made_up: set[str] = set()
        self._masks: list[Span] = []
        for block in blocks:
            for pattern in (_PSEUDONYM_AFTER, _PSEUDONYM_BEFORE):
                for match in pattern.finditer(text, block.start, block.end):
                    self._pseudonyms.append(match.start("name"))
                    self._made_up.update(match.group("name").split())
            self._masks.extend(
                Span(*match.span()) for match in _MASKED.finditer(text, block.start, block.end)
            )
        self._pseudonyms.sort()
        self._mask_starts = [mask.start for mask in self._masks]

    def naming_of(self, source: Spans, reach: Span, last: SourceNaming | None) -> SourceNaming:
        """How the report names this source.

        Args:
            source: The words that name it; empty for "reportedly".
            reach: The sentence of the attribution: a phrase that masks the source stands there.
            last: The naming of the last source before, which a pronoun takes up.
        """
        if not source:
            return SourceNaming(anonymity=Anonymity.UNNAMED, unnamed_type=UnnamedType.PASSIVE)
        words = _ABBREVIATED.sub(r"\1", " ".join(piece.of(self._text) for piece in source))
        if words.lower() in _PRONOUN:
            return self._of_pronoun(words.lower(), reach, last)
        if self._is_pseudonym(words, source):
            return SourceNaming(anonymity=Anonymity.PSEUDONYM, reason=self._reason(reach))
        if (sentence := self._pseudonym_in(reach)) and not _has_name(words):
            return SourceNaming(anonymity=Anonymity.PSEUDONYM, reason=self._reason(sentence))
        masked = self._masked(reach)
        if not masked and not _is_unnamed(words):
            return _NAMED
        if masked and _has_name(words.split(",")[0]) and not _INDEFINITE.match(words):
            return _NAMED
        return SourceNaming(
            anonymity=Anonymity.UNNAMED,
            unnamed_type=_type_of(words),
            reason=self._reason(reach) if masked else (),
        )

    def _is_pseudonym(self, words: str, source: Spans) -> bool:
        if any(word.strip("“”\"'‘’,.«»") in self._made_up for word in words.split()):
            return True
        return any(self._pseudonym_in(piece) is not None for piece in source)

    def _of_pronoun(self, word: str, reach: Span, last: SourceNaming | None) -> SourceNaming:
        if word == "one":
            return SourceNaming(anonymity=Anonymity.UNNAMED, unnamed_type=UnnamedType.OTHER)
        if self._masked(reach):
            return SourceNaming(
                anonymity=Anonymity.UNNAMED,
                unnamed_type=(last and last.unnamed_type) or UnnamedType.OTHER,
                reason=self._reason(reach),
            )
        return last.replace(reason=()) if last is not None else _NAMED

    def _masked(self, reach: Span) -> bool:
        index = bisect_right(self._mask_starts, reach.start - 1)
        return index < len(self._masks) and self._masks[index].start < reach.end

    def _pseudonym_in(self, reach: Span) -> Span | None:
        index = bisect_right(self._pseudonyms, reach.start - 1)
        if index < len(self._pseudonyms) and self._pseudonyms[index] < reach.end:
            return reach
        return None

    def _reason(self, reach: Span) -> Spans:
        match = _REASON.search(self._text, reach.start, reach.end)
        if match is None:
            return ()
        words = match.group()
        cut = re.search(r",|\s(?:said|told|says|added)\b", words)
        words = words[: cut.start()] if cut else words
        words = words.rstrip(" ,")
        return (Span(match.start(), match.start() + len(words)),)


def is_somebody(words: str) -> bool:
    """Whether words can name a person, a body or a document: not "the release of prisoners"."""
    head = _AFTER_HEAD.split(words, maxsplit=1)[0]
    return (
        _has_name(head)
        or _type_of(head) is not UnnamedType.OTHER
        or bool(_BODIES.search(head) or _PERSONS.search(head))
    )


def _has_name(words: str) -> bool:
    return bool(_NAME.search(" " + words if words[:1].islower() else words)) or bool(
        re.match(r"[^\W\d_a-z]\w+(?:\s+[^\W\d_a-z]|$|,)", words)
    )


def _is_unnamed(words: str) -> bool:
    """Whether the words describe somebody whom they do not name: "an official", "residents"."""
    if _APPOSED.search(words):
        return False
    head = re.split(r",|\s\(", words, maxsplit=1)[0]
    if _SPEAKS_FOR.search(head) and _has_name(head):
        return False
    lower = head.lower()
    if _INDEFINITE.match(head):
        own = re.search(r"[^\W\d_a-z][\w’'-]+\s+[^\W\d_a-z][\w’'-]+$", head)
        return own is None
    if lower.startswith(("the ", "his ", "her ", "their ", "its ", "my ", "our ")):
        return bool(
            re.search(r"\b(?:sources?|witness(?:es)?|person|people)\b", lower)
        ) and not _has_name(head)
    if _has_name(head):
        return bool(
            re.search(r"\b(?:officials|sources?|witnesses|residents|diplomats|experts)\b$", lower)
        )
    return not _BODIES.search(lower)


def _type_of(words: str) -> UnnamedType:
    for kind, pattern in _TYPES:
        if pattern.search(words):
            return kind
    return UnnamedType.OTHER
