"""Saved web pages: the text in the order of the page, and what each paragraph is for."""

import re
from collections import Counter
from urllib.parse import urljoin, urlsplit

from whence.model import Link, Notice, PartKind, Span
from whence.read.drafts import Block, Draft, Metadata
from whence.read.items import Failure
from whence.read.lines import has_final_stop, kind_of_line
from whence.read.maintext import MainText
from whence.read.markup import Page, Paragraph, walk_page
from whence.read.metadata import find_metadata

_GAP = "\n\n"
_TITLE_END = re.compile(r"\s[|–—·•»-]\s[^|–—·•»]{2,60}$")
_AROUND = (
    PartKind.HEADLINE,
    PartKind.STANDFIRST,
    PartKind.BYLINE,
    PartKind.CAPTION,
    PartKind.CREDIT,
)


def read_page(markup: str, *, where: str) -> Draft | Failure:
    """The draft of a page: headline, byline, captions, body and footer lines in their own order.

    Menus, forms and hidden parts are left out; of what lies outside the article only lines that
    say who made it are kept. Nothing that a script holds is ever text.
    """
    page = walk_page(markup)
    if not page.paragraphs:
        return Failure(
            kind="no-text",
            where=where,
            problem="the page holds no text",
            advice="save it once more when it is shown in full",
        )
    metadata = find_metadata(page)
    kinds = _kinds(page, MainText(markup, page))
    kinds = _with_title(page, kinds, metadata)
    kept = _kept(page, kinds)
    notices: tuple[Notice, ...] = ()
    if PartKind.BODY not in (kind for _, kind in kept):
        kept = [(p, None) for p in page.paragraphs]
        notices = (
            Notice(
                kind="no-main-text",
                message="is a page without a recognisable article; all of its text is read",
            ),
        )
    kept = _with_headline(kept, page, metadata)
    return _assembled(kept, page, metadata, notices)


def _kinds(page: Page, main: MainText) -> list[PartKind | None]:
    """What each paragraph is for, as markup and main text say; None where neither does."""
    kinds: list[PartKind | None] = []
    has_article = any(p.in_article for p in page.paragraphs)
    mains = [main.holds(paragraph.words) for paragraph in page.paragraphs]
    wrapping = _wrapping(page, mains)
    for paragraph, is_main in zip(page.paragraphs, mains, strict=True):
        kind = paragraph.hint
        if kind in wrapping and is_main and paragraph.tag != "figcaption":
            kind = None
        if kind in (PartKind.BYLINE, PartKind.CREDIT) and len(paragraph.words) > 300:
            kind = None
        if kind is PartKind.STANDFIRST and PartKind.BODY in kinds[-6:]:
            kind = None
        if kind is PartKind.HEADLINE and PartKind.HEADLINE in kinds:
            kind = None
        if kind in (None, PartKind.FURNITURE) and is_main:
            kind = PartKind.BODY
        if kind is None and _is_prose(paragraph) and (paragraph.in_article or not has_article):
            # The main text often lacks a first or last paragraph that is prose all the same.
            kind = PartKind.BODY if paragraph.in_article or not main else None
        if kind is None and kind_of_line(paragraph.words) is PartKind.CREDIT:
            kind = PartKind.CREDIT
        kinds.append(kind)
    return kinds


def _wrapping(page: Page, mains: list[bool]) -> frozenset[PartKind]:
    """Hints that stand on whole articles: a class "author-post" says nothing of its lines."""
    found = Counter(
        paragraph.hint
        for paragraph, is_main in zip(page.paragraphs, mains, strict=True)
        if is_main and paragraph.hint not in (None, PartKind.HEADLINE) and _is_prose(paragraph)
    )
    return frozenset(kind for kind, times in found.items() if kind is not None and times > 3)


def _with_title(
    page: Page, kinds: list[PartKind | None], metadata: Metadata
) -> list[PartKind | None]:
    """The same, with the heading that the metadata names as headline, not the name of the paper."""
    wanted = _plain(metadata.headline or "")
    places = [
        number
        for number, paragraph in enumerate(page.paragraphs)
        if wanted and not paragraph.is_aside and _plain(paragraph.words) == wanted
    ]
    if places:
        chosen = min(places, key=lambda n: (not page.paragraphs[n].tag.startswith("h"), n))
        kinds = [None if kind is PartKind.HEADLINE else kind for kind in kinds]
        kinds[chosen] = PartKind.HEADLINE
        return kinds
    outlet = _plain(metadata.outlet or "")
    return [
        None if kind is PartKind.HEADLINE and outlet and _plain(p.words) == outlet else kind
        for p, kind in zip(page.paragraphs, kinds, strict=True)
    ]


def _is_prose(paragraph: Paragraph) -> bool:
    return (
        len(paragraph.words) >= 60
        and has_final_stop(paragraph.words)
        and not paragraph.is_aside
        and paragraph.linked < 0.5
        and kind_of_line(paragraph.words) is None
    )


def _kept(page: Page, kinds: list[PartKind | None]) -> list[tuple[Paragraph, PartKind | None]]:
    """Paragraphs of the article in order, and lines from around it that say who made it.

    What stands above the body without a kind is left to be read by its own shape.
    """
    places = [number for number, kind in enumerate(kinds) if kind is PartKind.BODY]
    if not places:
        return []
    first, last = places[0], places[-1]
    headlines = [n for n, kind in enumerate(kinds) if kind is PartKind.HEADLINE and n <= last]
    top = min([first, *headlines])
    kept: list[tuple[Paragraph, PartKind | None]] = []
    for number, (paragraph, kind) in enumerate(zip(page.paragraphs, kinds, strict=True)):
        inside = top <= number <= last
        near = inside or (paragraph.in_article and kind is not PartKind.HEADLINE)
        if kind is PartKind.BODY or (kind in _AROUND and near):
            kept.append((paragraph, kind))
        elif inside and not paragraph.is_aside:
            short = kind is None and number < first
            kept.append((paragraph, None if short else PartKind.FURNITURE))
        elif kind_of_line(paragraph.words) is PartKind.CREDIT:
            kept.append((paragraph, PartKind.CREDIT))
    return kept


def _with_headline(
    kept: list[tuple[Paragraph, PartKind | None]], page: Page, metadata: Metadata
) -> list[tuple[Paragraph, PartKind | None]]:
    """The same, headed by the page's title where no heading of the page is the headline."""
    if any(kind is PartKind.HEADLINE for _, kind in kept):
        return kept
    title = " ".join((metadata.headline or _TITLE_END.sub("", page.title.strip())).split())
    if not title:
        return kept
    for number, (paragraph, _) in enumerate(kept[:8]):
        if _plain(paragraph.words) == _plain(title):
            return [*kept[:number], (paragraph, PartKind.HEADLINE), *kept[number + 1 :]]
    heading = Paragraph(tag="title", hint=None, in_article=True, is_aside=False, words=title)
    return [(heading, PartKind.HEADLINE), *kept]


def _plain(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())


def _assembled(
    kept: list[tuple[Paragraph, PartKind | None]],
    page: Page,
    metadata: Metadata,
    notices: tuple[Notice, ...],
) -> Draft:
    pieces: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    length = 0
    base = _joined(metadata.url or "", page.base) if page.base else metadata.url or ""
    for paragraph, kind in kept:
        words = paragraph.words
        if pieces:
            length += len(_GAP)
        pieces.append(words)
        blocks.append(Block(span=Span(length, length + len(words)), kind=kind))
        for start, end, url in paragraph.links:
            target = _joined(base, url)
            if target.startswith(("http://", "https://")):
                links.append(Link(span=Span(length + start, length + end), url=target))
        length += len(words)
    return Draft(
        text=_GAP.join(pieces),
        blocks=tuple(blocks),
        links=tuple(links),
        metadata=metadata,
        notices=notices,
    )


def _joined(base: str, url: str) -> str:
    try:
        target = urljoin(base, url.strip())
        return target if urlsplit(target).hostname else ""
    except ValueError:
        return ""
