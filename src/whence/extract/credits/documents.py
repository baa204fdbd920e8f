"""Releases, documents and unnamed media that a report rests on."""

import re

from whence.lexicon import load_table
from whence.lexicon.documents import name_documents
from whence.lexicon.tellings import find_telling
from whence.model import Credit, CreditKind, Report, Span, TargetKind, content_id
from whence.text import fold_case

_WORDS = load_table("credits")

_BETWEEN = re.compile(
    r"(?:,? (?:by|of|from|to|about|on|between|dated|signed by|written by|sent to|sent by)"
    r"(?: [^\s,;.:]{1,30}){1,8},?)?"
    r"(?:,? a copy of which (?:was|has been)|,? (?:that|which) (?:was|were|has been|have been)"
    r"|,? (?:which|that)(?: the)?|,)? ?"
)
_AHEAD = re.compile(r" ?(?:exclusively )?(?:the full |the |an? )?(?:[\w'’-]{1,30} ){0,6}")
_WINDOW = 110


def _phrases(words: list[str]) -> re.Pattern[str]:
    joined = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


_RELEASE = _phrases(
    [
        "press release",
        "news release",
        "media release",
        "in a statement",
        "statement released",
        "written statement",
        "statement said",
        "statement issued",
        "prepared statement",
    ]
)
_COURT = re.compile(
    r"\b(?:court (?:documents|papers|records|filings?)|police (?:report|records)|"
    r"(?:criminal |an? )?(?:indictment|affidavit)|(?:public |tax |medical )records)"
    r"\b(?= (?:show|say|said|state|allege|indicate|obtained|filed|unsealed|released|seen))"
    r"|(?<=ccording to )(?:the |an? )?(?:court|police|hospital|public|tax|property)"
    r" (?:documents|papers|records|filings?|report)\b",
    re.IGNORECASE,
)
_MEDIA = _phrases(_WORDS["unknown_media"]["phrases"])
_SORTS = "|".join(_WORDS["unknown_media"]["sorts"])
_PEOPLE = rf"(?:North |South )?[A-Z]\w{{2,15}}(?:{'|'.join(_WORDS['before']['peoples_ends'])})"
_MEDIUM = "|".join(_WORDS["unknown_media"]["media"])
_SOME_MEDIUM = re.compile(
    rf"(?<![\w-])(?:(?:[Aa]n?|[Oo]ne|[Aa]nother) )?(?:(?:{_SORTS}|{_PEOPLE}) ){{1,3}}(?:{_MEDIUM})"
    r"(?![\w-]|['’]s| (?:stations?|channels?|networks?)\b|,? (?:the |The )?[A-Z]|,? called)"
)
_BEFORE_MEDIA = re.compile(
    r"(?:according to|citing|quoting|reported by|(?P<told>told|tells|telling)|quoted by|reported in"
    r"|cited by|reports in) "
    r"(?:the |some |several |[A-Z][a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_AFTER_MEDIA = re.compile(
    r"\s(?:has |have |had |also |later |widely )?(?:reported|reports?|said|says?|claimed|claim|"
    r"quoted|suggested|identified|named|cited|quoting|citing)\b",
    re.IGNORECASE,
)


def find_document(text: str, phrase: Span) -> Span | None:
    """The words that name the document at "obtained by the Gazette" or "the Gazette has obtained".

    Before the phrase the last document may have its author or subject behind it; after it the first
    one must begin within a few words. None where nothing names one.
    """
    start = max(0, phrase.start - _WINDOW, text.rfind("\n", 0, phrase.start) + 1)
    for named in reversed(name_documents(text, start, phrase.start)):
        if _BETWEEN.fullmatch(text, named.end, phrase.start):
            return Span(named.start, named.end)
    for named in name_documents(text, phrase.end, min(len(text), phrase.end + _WINDOW))[:1]:
        if _AHEAD.fullmatch(text, phrase.end, named.start):
            return Span(named.start, named.end)
    return None


def find_papers(report: Report, blocks: list[Span]) -> list[Credit]:
    """Credits to releases, to court and other papers, and to media that nobody names."""
    credits: list[Credit] = []
    for block in blocks:
        for match in _RELEASE.finditer(report.text, block.start, block.end):
            credits.append(_credit(report, match, CreditKind.RELEASE, TargetKind.DOCUMENT))
        for match in _COURT.finditer(report.text, block.start, block.end):
            credits.append(_credit(report, match, CreditKind.DOCUMENT, TargetKind.DOCUMENT))
        credits += _find_media(report, block)
    return credits


def _find_media(report: Report, block: Span) -> list[Credit]:
    """Credits to media that nobody names: "told local radio", "Norland newspapers reported"."""
    found: dict[int, Credit] = {}
    for pattern in (_SOME_MEDIUM, _MEDIA):
        for match in pattern.finditer(report.text, block.start, block.end):
            left = report.text[max(block.start, match.start() - 60) : match.start()]
            right = report.text[match.end() : min(block.end, match.end() + 40)]
            telling = find_telling(fold_case(left), fold_case(right))
            before = _BEFORE_MEDIA.search(left)
            if telling or before or _AFTER_MEDIA.match(right):
                told = (telling and telling.kind == "told") or (before and before["told"])
                kind = CreditKind.TOLD if told else CreditKind.CITED
                credit = _credit(report, match, kind, TargetKind.UNKNOWN_MEDIA)
                found.setdefault(match.end(), credit)
    return list(found.values())


def _credit(
    report: Report, match: re.Match[str], kind: CreditKind, target_kind: TargetKind
) -> Credit:
    span = Span(*match.span())
    return Credit(
        id=content_id("credit", report.id, kind, span),
        report=report.id,
        kind=kind,
        target=span.of(report.text),
        target_kind=target_kind,
        target_span=span,
        phrase=span,
    )
