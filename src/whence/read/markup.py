"""The paragraphs of a page as its markup gives them, with links and hints; scripts stay out."""

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from whence.model import PartKind

_SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map select "
    "option button input textarea form nav menu dialog datalist progress frameset applet".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot "
    "th thead tr ul title".split()
)
_TELLING = frozenset("article main aside footer h1 figcaption figure time".split())
_SKIPPED_ROLES = frozenset(("navigation", "search", "menu", "menubar", "dialog", "alertdialog"))
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
# Words of class names and ids that say what a part of a page is for.
_HINTS = tuple(
    (re.compile(rf"(?:^|[\s_-])(?:{names})", re.IGNORECASE), kind)
    for names, kind in (
        (r"caption|figcaption|legend", PartKind.CAPTION),
        (r"(?:photo|image|picture|media|img)[_-]{0,2}(?:credit|source|by)|credit", PartKind.CREDIT),
        (r"byline|by-line|author|writer|dateline|pubdate|timestamp|publish", PartKind.BYLINE),
        (
            r"standfirst|subtitle|sub-?head(?:line|ing)?|deck|dek\b|strapline|teaser|intro\b|lede|"
            r"summary|key-?points|highlights",
            PartKind.STANDFIRST,
        ),
        (
            r"(?:related|share|sharing|social|comments?|promo|newsletter|subscribe|advert|ads?|"
            r"sponsor|breadcrumbs?|most-?(?:read|popular)|recommended|recirc|cookie|consent|"
            r"paywall|toolbar|tags?|topics)(?:$|[\s_-])",
            PartKind.FURNITURE,
        ),
    )
)
_PROPERTIES = {
    "author": PartKind.BYLINE,
    "headline": PartKind.HEADLINE,
    "datepublished": PartKind.BYLINE,
    "caption": PartKind.CAPTION,
    "description": PartKind.STANDFIRST,
    "alternativeheadline": PartKind.STANDFIRST,
}


@dataclass(slots=True)
class Paragraph:
    """A paragraph of a page while the page is read."""

    tag: str
    hint: PartKind | None
    in_article: bool
    is_aside: bool
    words: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def linked(self) -> float:
        """The share of its characters that are links."""
        return sum(end - start for start, end, _ in self.links) / max(1, len(self.words))


@dataclass
class Page:
    """What the markup of a page gives, in the order of the page."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    """The texts of its JSON-LD scripts."""
    base: str = ""
    canonical: str = ""
    times: list[str] = field(default_factory=list)
    elements: int = 0
    depth: int = 0
    attributes: int = 0
    """The most that one element has."""


@dataclass(slots=True)
class _Frame:
    tag: str
    hint: PartKind | None
    in_article: bool
    is_aside: bool


def walk_page(markup: str) -> Page:
    """The page that some markup gives. Takes any nesting and any brokenness, in linear time."""
    walker = _Walker()
    parser = etree.HTMLParser(
        encoding="utf-8",
        target=walker,  # type: ignore[arg-type]  # the stubs ask for bytes, which never come
        huge_tree=True,
    )
    content = markup.replace("\0", "\ufffd").encode("utf-8", "replace")
    # Pages of nothing but comments or white space are an error; what was gathered is all there is.
    with contextlib.suppress(etree.LxmlError):
        etree.fromstring(content, parser)
    return walker.close()


class _Walker:
    """Gathers paragraphs from the events of the parser."""

    def __init__(self) -> None:
        self.page = Page()
        self.frames: list[_Frame] = [_Frame("", None, False, False)]
        self.skipped = 0
        self.script: list[str] | None = None
        self.in_title = False
        self.pieces: list[str] = []
        self.length = 0
        self.links: list[tuple[int, int, str]] = []
        self.open_links: list[tuple[int, str]] = []
        self.owner = self.frames[0]

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        self.page.elements += 1
        self.page.attributes = max(self.page.attributes, len(given or ()))
        if self.skipped:
            self.skipped += 1
            return
        attributes = dict(given) if given else {}
        if tag in ("meta", "link", "base"):
            self._note(tag, attributes)
        if tag in _SKIPPED or self._is_hidden(attributes):
            self.skipped = 1
            if tag == "script" and "ld+json" in attributes.get("type", "").lower():
                self.script = []
            return
        if tag == "br":
            self._break()
            return
        if tag in _BLOCKS:
            self._flush()
        self.in_title = tag == "title"
        if tag == "time" and attributes.get("datetime"):
            self.page.times.append(attributes["datetime"])
        frame = self._frame(tag, attributes)
        self.frames.append(frame)
        self.page.depth = max(self.page.depth, len(self.frames))
        if tag in _BLOCKS or not self.length:
            self.owner = frame
        if tag == "a":
            self.open_links.append((self.length, attributes.get("href", "")))

    def end(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
            if not self.skipped and self.script is not None:
                self.page.data.append("".join(self.script))
                self.script = None
            return
        if tag == "br":
            return
        if tag == "a" and self.open_links:
            start, url = self.open_links.pop()
            if url and self.length > start:
                self.links.append((start, self.length, url))
        if tag in _BLOCKS:
            self._flush()
        if len(self.frames) > 1:
            self.frames.pop()
        if tag in _BLOCKS:
            self.owner = self.frames[-1]
        self.in_title = False

    def data(self, data: str) -> None:
        if self.script is not None:
            self.script.append(data)
        if self.skipped:
            return
        if self.in_title:
            self.page.title += data
            return
        words = data if self.owner.tag == "pre" else _SPACE.sub(" ", data)
        if words[:1] == " " and (not self.length or self.pieces[-1][-1:] in " \n"):
            words = words[1:]
        if words:
            self.pieces.append(words)
            self.length += len(words)

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nor are processing instructions."""

    def close(self) -> Page:
        self._flush()
        return self.page

    def _break(self) -> None:
        if self.pieces and self.pieces[-1].endswith("\n"):
            self._flush()
        elif self.length:
            self.pieces.append("\n")
            self.length += 1

    def _flush(self) -> None:
        words = "".join(self.pieces)
        lead = len(words) - len(words.lstrip())
        words = words.strip()
        if words:
            frame = self.owner
            links = [
                (max(0, start - lead), min(len(words), end - lead), url)
                for start, end, url in self.links
            ]
            self.page.paragraphs.append(
                Paragraph(
                    tag=frame.tag,
                    hint=frame.hint,
                    in_article=frame.in_article,
                    is_aside=frame.is_aside,
                    words=words,
                    links=[link for link in links if link[0] < link[1]],
                )
            )
        self.pieces, self.length, self.links = [], 0, []
        self.open_links = [(0, url) for _, url in self.open_links]

    def _frame(self, tag: str, attributes: dict[str, str]) -> _Frame:
        above = self.frames[-1]
        if not attributes and tag not in _TELLING:
            return _Frame(
                tag=tag if tag in _BLOCKS else above.tag,
                hint=above.hint,
                in_article=above.in_article,
                is_aside=above.is_aside,
            )
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:300]
        aside = tag in ("aside", "footer") or attributes.get("role") in (
            "complementary",
            "contentinfo",
        )
        return _Frame(
            tag=tag if tag in _BLOCKS else above.tag,
            hint=_hint(tag, attributes, names) or above.hint,
            in_article=above.in_article
            or tag in ("article", "main")
            or attributes.get("itemprop", "").lower() == "articlebody",
            is_aside=above.is_aside or aside,
        )

    def _is_hidden(self, attributes: dict[str, str]) -> bool:
        return bool(attributes) and (
            "hidden" in attributes
            or attributes.get("aria-hidden", "").lower() == "true"
            or attributes.get("role", "").lower() in _SKIPPED_ROLES
            or _HIDDEN.search(attributes.get("style", "")[:500]) is not None
        )

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        page = self.page
        if tag == "meta":
            name = (
                attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            )
            if name and attributes.get("content"):
                page.meta.setdefault(name.lower(), attributes["content"].strip())
        elif tag == "base":
            page.base = page.base or attributes.get("href", "")
        elif "canonical" in attributes.get("rel", "").lower().split():
            page.canonical = page.canonical or attributes.get("href", "")


def _hint(tag: str, attributes: dict[str, str], names: str) -> PartKind | None:
    if tag == "h1":
        return PartKind.HEADLINE
    if tag in ("figcaption", "figure"):
        return PartKind.CAPTION
    if tag == "time" or "author" in attributes.get("rel", "").lower().split():
        return PartKind.BYLINE
    named = _PROPERTIES.get(attributes.get("itemprop", "").lower())
    if named:
        return named
    if tag in ("body", "html", "article", "main") or not names.strip():
        return None
    return next((kind for pattern, kind in _HINTS if pattern.search(names)), None)
