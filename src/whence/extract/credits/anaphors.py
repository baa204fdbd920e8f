"""Outlets credited without a name: "told us", "told this newspaper", "told the station"."""

import re
from bisect import bisect_right

from whence.model import Credit, CreditKind, Report, Span, TargetKind, content_id

_LOOK_BACK = 400
_CANDIDATES = 6
_ON_AIR = frozenset("station channel broadcaster radio network programme program".split())
_IN_PRINT = frozenset("newspaper paper daily weekly tabloid magazine".split())
_BROADCAST = re.compile(
    r"\b(?:radio|tv|television|fm|channel|broadcasting|bbc|cnn|nbc|abc|cbs|fox|sky|npr|itv|[kw][a-z]{3})\b",
    re.IGNORECASE,
)
_OPENING = "“«„"
_MARKS = "“«„”»"
_NOUNS = (
    r"(?:newspaper|paper|station|magazine|website|site|network|broadcaster|channel|agency|daily|"
    r"weekly|tabloid|outlet|publication|blog|programme|program|reporter|radio|column|service)"
)
_TOLD = (
    r"(?:told|tells|telling|spoke to|speaking to|spoken to|talked to|spoke with|interview with|"
    r"interview for|confirmed to|said to|statement to|email to|comments to|remarks to)"
)
_MET = (
    r"(?:wrote to|writes to|emailed|e-mailed|rang|telephoned|phoned|texted|met|received|welcomed|"
    r"admitted to|explained to|asked|asks|(?:showed|shows) "
    r"(?:it|them|this|that|(?:the|an?|his|her|their) [\w-]{2,20}) to)"
)
"""Where "us" is the report's outlet, these say that it was met as well."""
_OBTAINED = r"(?:obtained by|seen by|reviewed by|shown to|leaked to|given to|shared with|sent to)"
_RINGS = r"(?:rings|phones|telephones|emails|e-mails|texts)"
_VISITED = (
    r"(?:(?:came|comes) (?:in)?to|(?:is|are|was|were) (?:an? )?guests? (?:on|in|of)"
    r"|appear(?:s|ed) on|sat in|joined us (?:in|on)|said on)"
)
_OUR_AIR = r"our (?:[\w-]{2,12} )?(?:studios?|programmes?|programs?|shows?|podcasts?)"
_OUR_PEOPLE = (
    r"our (?:own )?(?:reporters?|correspondents?|presenters?|hosts?|crews?|teams?|newspaper"
    r"|newsroom|newsdesk)"
)
_OWN = re.compile(
    rf"\b(?:({_TOLD}|{_MET}|{_RINGS}|{_VISITED}(?= our))|({_OBTAINED})) "
    rf"(us|me|{_OUR_PEOPLE}|{_OUR_AIR}|this {_NOUNS})\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"\b(?:({_TOLD})|({_OBTAINED})) (the {_NOUNS})\b(?! (?:that|which) (?!he|she|they))"
)


def find_anaphors(report: Report, blocks: list[Span], named: list[Credit]) -> list[Credit]:
    """Credits to the report's own outlet as "us", and to "the station" that was named before.

    "The station" is the outlet named last; where none was named, the report's own.

    Args:
        report: The report.
        blocks: Where to look.
        named: Its credits to outlets by name.
    """
    credits = []
    ordered = sorted(named, key=lambda credit: (credit.phrase.end, credit.phrase.start))
    ends = [credit.phrase.end for credit in ordered]
    for block in blocks:
        for match in _OWN.finditer(report.text, block.start, block.end):
            if _is_quoted(report.text, block, match.start()):
                continue
            credits.append(_credit(report, match, report.outlet or match.group(3), own=True))
        for match in _BACK.finditer(report.text, block.start, block.end):
            place = bisect_right(ends, match.start())
            near = ordered[max(0, place - _CANDIDATES) : place]
            last = next(
                (c for c in reversed(near) if may_be_called(match.group(3), c.target)), None
            )
            if last is not None and not _means_own(match.group(3), last, report):
                credits.append(_credit(report, match, last.target, own=last.is_self))
            elif report.outlet and may_be_called(match.group(3), report.outlet):
                credits.append(_credit(report, match, report.outlet, own=True))
    return credits


def may_be_called(words: str, outlet: str) -> bool:
    """Whether "the station" may be the outlet: broadcasters are no papers."""
    noun = words.split()[-1].lower()
    broadcasts = bool(_BROADCAST.search(outlet))
    if noun in _ON_AIR:
        return broadcasts
    return not (noun in _IN_PRINT and broadcasts)


def _means_own(words: str, last: Credit, report: Report) -> bool:
    """Whether a broadcaster's "the station" is itself although a paper was named last."""
    return words.split()[-1].lower() in _ON_AIR and not _BROADCAST.search(last.target)


def _is_quoted(text: str, block: Span, position: int) -> bool:
    """Whether a quotation of the block is open there: then "us" is somebody else."""
    before = text[max(block.start, position - _LOOK_BACK) : position]
    if before.count('"') % 2:
        return True
    last = max((before.rfind(mark), mark) for mark in _MARKS)
    return last[0] >= 0 and last[1] in _OPENING


def _credit(report: Report, match: re.Match[str], target: str, *, own: bool) -> Credit:
    kind = CreditKind.TOLD if match.group(1) else CreditKind.OBTAINED
    return Credit(
        id=content_id("credit", report.id, "anaphor", Span(*match.span())),
        report=report.id,
        kind=kind,
        target=target,
        target_kind=TargetKind.OUTLET,
        target_span=Span(*match.span(3)),
        phrase=Span(*match.span()),
        is_self=own,
    )
