"""Plain text with the marks of Markdown: headings, links, and a head of ``key: value`` lines."""

import re

from whence.model import Link, PartKind, Span
from whence.read.drafts import Block, Draft, Metadata
from whence.read.paragraphs import find_paragraphs
from whence.text import trim_space

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n")
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"^(?P<key>[A-Za-z_]{2,20}):[ \t]*(?P<value>[^\r\n]{1,500})", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>[^\r\n]{1,400}?)[ \t]*#*$")
_LINK = re.compile(
    r"(?P<image>!)?\[(?P<words>[^\[\]]{1,300})\]\((?P<url>[^()\s]{1,500})(?:\s\"[^\"]{0,200}\")?\)"
)

_KEYS = {
    "outlet": ("outlet", "publisher", "publication", "source"),
    "published": ("date", "published"),
    "url": ("url", "link", "canonical"),
}


def read_markdown(text: str) -> Draft:
    """The draft of a Markdown text: every character stays, marks and all."""
    start, metadata = _front(text)
    blocks: list[Block] = []
    if start:
        front = trim_space(text, 0, start)
        blocks.extend([Block(span=front, kind=PartKind.FURNITURE)] if front else [])
    seen_heading = False
    for span in find_paragraphs(text[start:]):
        moved = Span(span.start + start, span.end + start)
        heading = _HEADING.fullmatch(moved.of(text)[:500])
        if heading:
            words = Span(moved.start + heading.start("words"), moved.start + heading.end("words"))
            kind = PartKind.BODY if seen_heading else PartKind.HEADLINE
            seen_heading = True
            blocks.append(Block(span=words, kind=kind))
        else:
            blocks.append(Block(span=moved))
    links = tuple(
        Link(span=Span(*match.span("words")), url=match["url"])
        for match in _LINK.finditer(text, start)
        if not match["image"]
    )
    return Draft(text=text, blocks=tuple(blocks), links=links, metadata=metadata)


def _front(text: str) -> tuple[int, Metadata]:
    """Where the text itself begins, and what the ``key: value`` lines before it say."""
    opening = _FRONT.match(text)
    closing = _FRONT_END.search(text, opening.end(), opening.end() + 8000) if opening else None
    if not opening or not closing:
        return 0, Metadata()
    pairs: dict[str, str] = {}
    for match in _PAIR.finditer(text, opening.end(), closing.start()):
        pairs.setdefault(match["key"].lower(), match["value"].strip().strip("'\""))
    found = {
        field: next((pairs[key] for key in keys if pairs.get(key)), None)
        for field, keys in _KEYS.items()
    }
    return closing.end(), Metadata(**found)
