"""Which paragraphs of a page are its main text: trafilatura's answer, matched to the page's own."""

import logging

from trafilatura import bare_extraction

from whence.read.markup import Page

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
# Beyond these no page is an article, and the time that trafilatura takes grows faster than they do.
_MOST_ELEMENTS = 30_000
_DEEPEST = 250
_MOST_ATTRIBUTES = 500


class MainText:
    """The main text of a page; tells which paragraphs are part of it."""

    def __init__(self, markup: str, page: Page) -> None:
        self._lines: set[str] = set()
        self._all = ""
        if (
            page.elements <= _MOST_ELEMENTS
            and page.depth <= _DEEPEST
            and page.attributes <= _MOST_ATTRIBUTES
        ):
            self._load(markup)

    def __bool__(self) -> bool:
        return bool(self._all)

    def holds(self, words: str) -> bool:
        """Whether a paragraph is one of the main text, or a long stretch of it."""
        squeezed = _squeezed(words)
        if squeezed in self._lines:
            return True
        return len(squeezed) >= 30 and squeezed in self._all

    def _load(self, markup: str) -> None:
        try:
            found = bare_extraction(
                markup.replace("\0", ""), fast=True, include_comments=False, with_metadata=False
            )
        except Exception as error:  # whatever odd markup does there, the page is still read here
            logging.getLogger(__name__).debug("no main text: %s", error)
            return
        text = getattr(found, "text", None) or ""
        lines = [_squeezed(line) for line in text.split("\n")]
        self._lines = {line for line in lines if line}
        self._all = "".join(lines)


def _squeezed(words: str) -> str:
    """The letters and digits alone: whatever marks lists and tables were given are gone."""
    return "".join(c for c in words if c.isalnum())
