"""What a page says about itself: JSON-LD first, then OpenGraph, then the older meta tags."""

import html
import json
from collections.abc import Iterator

from whence.read.drafts import Metadata
from whence.read.markup import Page

_ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle "
    "opinionnewsarticle reviewnewsarticle liveblogposting blogposting report webpage".split()
)
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "pubdate",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date", "article.published",
    "cxenseparse:recs:publishtime", "citation_date", "originalpublicationdate",
)  # fmt: skip
_OUTLETS = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "citation_journal_title",
    "application-name",
)
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author")
_TITLES = ("og:title", "twitter:title", "dc.title")
_MOST_NODES = 2000


def find_metadata(page: Page) -> Metadata:
    """What a page says of outlet, day, author, headline and its own address.

    Where JSON-LD and meta tags differ, JSON-LD is believed; a broken script says nothing.
    """
    article = _article(page)
    meta = page.meta
    return Metadata(
        outlet=_plain(_name(article.get("publisher")) or _first(meta, _OUTLETS)),
        published=_text(article.get("datePublished")) or _first(meta, _DATES) or _time(page),
        author=_plain(_name(article.get("author")) or _first(meta, _AUTHORS)),
        headline=_plain(_text(article.get("headline")) or _first(meta, _TITLES)),
        url=_address(page, article),
    )


def _article(page: Page) -> dict[str, object]:
    """The first JSON-LD node that is an article; one that says its day is preferred."""
    found: list[dict[str, object]] = []
    for script in page.data:
        try:
            value = json.loads(
                html.unescape(script) if "&quot;" in script else script, strict=False
            )
        except (ValueError, RecursionError):
            continue
        found.extend(node for node in _nodes(value) if _is_article(node))
    dated = [node for node in found if node.get("datePublished")]
    return (dated or found or [{}])[0]


def _nodes(value: object) -> Iterator[dict[str, object]]:
    """Every object in a JSON value, outermost first, as far as a page can have use for."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(
                node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node
            )
        elif isinstance(node, list):
            waiting.extend(node[:_MOST_NODES])


def _is_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.lower() in _ARTICLES for name in names)


def _name(value: object) -> str | None:
    """The name of a person or organisation in any of the ways JSON-LD writes one."""
    if isinstance(value, list):
        return next((name for name in map(_name, value[:20]) if name), None) if value else None
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _text(value)


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip()[:500] or None if isinstance(value, str) else None


def _plain(value: str | None) -> str | None:
    """Without entities and line breaks; an address is no name."""
    if not value:
        return None
    words = " ".join(html.unescape(value).split())
    return None if words.startswith(("http://", "https://")) or not words else words


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _time(page: Page) -> str | None:
    """The day of a page whose only time element is one."""
    return page.times[0] if len(set(page.times)) == 1 else None


def _address(page: Page, article: dict[str, object]) -> str | None:
    main = article.get("mainEntityOfPage")
    named = _text(main.get("@id")) if isinstance(main, dict) else _text(main)
    for url in (page.canonical, page.meta.get("og:url"), _text(article.get("url")), named):
        if url and url.lower().startswith(("http://", "https://")):
            return url.strip()
    return None
