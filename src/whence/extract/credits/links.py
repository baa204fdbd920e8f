"""Hyperlinks that lead to other outlets."""

from urllib.parse import urlsplit

from whence.extract.credits.folding import is_own
from whence.lexicon.outlets import fold_outlet, is_agency, outlet_of_host
from whence.model import Credit, CreditKind, Link, PartKind, Report, TargetKind, content_id


def find_link_credits(report: Report, taken: set[str]) -> list[Credit]:
    """A credit for each known outlet that a link of the body leads to, once, in order of text.

    Links to the report's own site and to outlets that the text credits anyway are left out.

    Args:
        report: The report.
        taken: Keys of outlets that are credited in words.
    """
    credits = []
    seen = set(taken)
    home = _host(report.url or "")
    for link in _list_links(report):
        entry = _pick_outlet(link, home)
        if entry is None:
            continue
        name, kind = entry
        key = fold_outlet(name)
        if key in seen or is_own(name, name, report):
            continue
        seen.add(key)
        credits.append(
            Credit(
                id=content_id("credit", report.id, "link", link.span, link.url),
                report=report.id,
                kind=CreditKind.LINK,
                target=name,
                target_kind=kind,
                target_span=link.span,
                phrase=link.span,
            )
        )
    return credits


def _list_links(report: Report) -> list[Link]:
    """The links of the parts that tell the story, in order of text."""
    parts = [p for p in report.parts if p.kind in (PartKind.BODY, PartKind.STANDFIRST)]
    parts.sort(key=lambda part: part.span)
    ordered = sorted(report.links, key=lambda link: (link.span, link.url))
    kept = []
    position = 0
    for link in ordered:
        while position < len(parts) and parts[position].span.end <= link.span.start:
            position += 1
        if position < len(parts) and parts[position].span.start <= link.span.start:
            kept.append(link)
    return kept if report.parts else ordered


def _pick_outlet(link: Link, home: str) -> tuple[str, TargetKind] | None:
    host = _host(link.url)
    name = outlet_of_host(host) if host and host != home else None
    if name is None:
        return None
    return name, TargetKind.AGENCY if is_agency(name) else TargetKind.OUTLET


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")
