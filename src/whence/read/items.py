"""One report's raw content with what is known of it before it is read."""

from enum import StrEnum

from whence.model import Value


class Form(StrEnum):
    """How the content is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    PAGE = "page"
    UNKNOWN = "unknown"
    """To be told from the content itself."""


class Given(Value, frozen=True, kw_only=True):
    """What a manifest, a record or the caller says of a report; it outranks what is found."""

    id: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None


NOTHING = Given()
"""Nothing is said."""


class Item(Value, frozen=True, kw_only=True):
    """The content of one report, not yet read.

    ``path`` is the file's name without its suffix, with the folders above it: the id is made
    from its last part, and from more of them where two files share a name.
    """

    origin: str
    content: bytes | str
    guessed_encoding: str = ""
    """Set where the content was decoded before, by a guess."""
    form: Form = Form.UNKNOWN
    given: Given = NOTHING
    path: tuple[str, ...] = ()
    suffix: str = ""


class Failure(Value, frozen=True, kw_only=True):
    """An input that gives no report: what, where, and what to do about it."""

    kind: str
    where: str
    problem: str
    advice: str = ""
    line: int = 0
    column: int = 0
