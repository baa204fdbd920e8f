"""Credits in a line or bracket of their own: "Via: Tidewatch", "[Orle Echo]", "Sources: A, B"."""

import re

from whence.extract.credits.folding import is_own
from whence.lexicon import load_table
from whence.lexicon.outlets import is_known_outlet, without_article
from whence.lexicon.people import GIVEN_NAMES
from whence.model import Credit, CreditKind, PartKind, Report, Span, TargetKind, content_id
from whence.text import fold_case

_TABLE = load_table("credits")["lines"]
_NO_OUTLETS = frozenset(_TABLE["no_outlets"])
_OPENING = r"(?:via|h/t|h\.t\.|sources?|hat[ -]tip)(?: to)?"
_GAP = r"(?:\s{0,3}:\s{0,3}|\s{1,3})"
_BRACKET = re.compile(
    rf"[\[(]\s*{_OPENING}(?:\s*:\s*|\s+)([^\[\]()\n:]{{2,70}})[\])]", re.IGNORECASE
)
_LINE = re.compile(
    rf"^[ \t*•–—-]{{0,4}}{_OPENING}{_GAP}([^\n:]{{2,70}}?)[ \t.,]{{0,8}}$",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(
    r"(?:(?<=[.!?…”\"’'»])[ \t]{0,3}|^[ \t]{0,4})\[([^\[\]\n]{2,40})\][ \t]{0,8}$", re.MULTILINE
)
_SPLIT = re.compile(r"\s*(?:,|;|/|\||&| and | via )\s*")
_NAME = re.compile(r"(?:the |The )?[\w.’'&!+-]{1,30}(?: [\w.’'&!+-]{1,30}){0,4}")
_JOINERS = frozenset(["of", "for", "the", "and", "de", "la", "el", "in", "on"])
_SKIPPED = frozenset({PartKind.BYLINE, PartKind.DATELINE, PartKind.HEADLINE})
_MOST_LETTERS = 60


def find_line_credits(report: Report, taken: list[Span]) -> list[Credit]:
    """Credits that stand alone in brackets, or in a line that opens with "via" or "source".

    No sentence stands round such a name, so that its place makes it an outlet: any name with a
    capital counts, but for people, platforms and accounts. A bare name in square brackets counts
    where it ends a paragraph after a full sentence.

    Args:
        report: The report.
        taken: Names that are credits already.
    """
    parts = [part.span for part in report.parts if part.kind not in _SKIPPED]
    covered = {position for span in taken for position in range(span.start, span.end)}
    found: dict[Span, Credit] = {}
    for block in parts or [Span(0, len(report.text))]:
        for pattern in (_BRACKET, _LINE, _ALONE):
            for match in pattern.finditer(report.text, block.start, block.end):
                if pattern is _ALONE and not _is_plain(match.group(1)):
                    continue
                for name in _list_names(report.text, Span(*match.span(1))):
                    place = set(range(name.start, name.end))
                    if not place & covered:
                        covered |= place
                        found[name] = _credit(report, name, Span(*match.span()))
    return list(found.values())


def is_platform(name: str) -> bool:
    """Whether a name is that of a platform, on which others publish, or no name at all."""
    return fold_case(name).removesuffix(".com") in _NO_OUTLETS


def _is_plain(words: str) -> bool:
    """Whether words in brackets may be an outlet's name: known, or no notice in capitals."""
    return is_known_outlet(words) or (
        words[0].isupper() and not words.isupper() and len(words.split()) <= 3
    )


def _list_names(text: str, span: Span) -> list[Span]:
    """The names in a credit line; none if one of its pieces is no name at all."""
    found = []
    position = span.start
    for piece in [*_SPLIT.finditer(text, span.start, span.end), None]:
        end = piece.start() if piece else span.end
        name = _trim(text, position, end)
        if name is not None and _is_name(name.of(text)):
            found.append(name)
        elif name is not None and not is_platform(name.of(text)):
            return []
        position = piece.end() if piece else end
    return found


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,"):
        end -= 1
    return Span(start, end) if start < end else None


def _is_name(words: str) -> bool:
    if not _NAME.fullmatch(words) or len(words) > _MOST_LETTERS:
        return False
    if is_platform(without_article(words)):
        return False
    pieces = without_article(words).split()
    if len(pieces) > 1 and pieces[0].lower() in GIVEN_NAMES and not is_known_outlet(words):
        return False
    return all(
        piece.lower() in _JOINERS or any(c.isupper() or c.isdigit() for c in piece) or "." in piece
        for piece in pieces
    )


def _credit(report: Report, name: Span, phrase: Span) -> Credit:
    words = name.of(report.text)
    return Credit(
        id=content_id("credit", report.id, "line", name),
        report=report.id,
        kind=CreditKind.CITED,
        target=without_article(words),
        target_kind=TargetKind.OUTLET,
        target_span=name,
        phrase=phrase,
        is_self=is_own(words, words, report),
    )
