"""Content that is no report, and characters that no text should hold."""

import re

from whence.model import Notice
from whence.read.encodings import wide_encoding
from whence.read.items import Failure

_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a packed file, such as .docx or .zip"),
    (b"\xd0\xcf\x11\xe0", "an old office file, such as .doc"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_OWN_PAGE = b'<meta name="generator" content="Whence">'
_SAMPLE = 1 << 16
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})
_SURROGATES = re.compile("[\ud800-\udfff]")


def refusal(content: bytes) -> Failure | None:
    """Why some bytes are no text at all; None if they may be one."""
    for start, kind in _KINDS:
        if content.startswith(start):
            return Failure(
                kind="binary",
                where="",
                problem=f"it looks like {kind}, not like text",
                advice="save it as .txt or .html",
            )
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or wide_encoding(
        content
    ):
        return None
    sample = content[:_SAMPLE]
    zeros = sample.count(0)
    others = len(sample) - len(sample.translate(None, _CONTROLS)) - zeros
    if others > 0.05 * len(sample) or zeros > 0.1 * len(sample):
        return Failure(
            kind="binary",
            where="",
            problem="it looks like data, not like text",
            advice="save it as .txt or .html",
        )
    return None


def is_own_page(content: bytes) -> bool:
    """Whether some bytes are a page that Whence wrote: it would quote the reports once more."""
    return _OWN_PAGE in content[:2000]


def sound_name(name: str) -> str:
    """A name on one line that can be written anywhere: no half characters, no control characters.

    File names and JSON may hold both.
    """
    whole = _SURROGATES.sub("\ufffd", name)
    return " ".join("".join(c if c.isprintable() else " " for c in whole).split())


def sound_text(text: str) -> tuple[str, tuple[Notice, ...]]:
    """The text as it can be written again, with as many characters, and what is odd in it."""
    notices = []
    if _SURROGATES.search(text):
        text = _SURROGATES.sub("\ufffd", text)
        notices.append(
            Notice(
                kind="characters-damaged",
                message="holds halves of characters; each is shown as a replacement character",
            )
        )
    if "\0" in text:
        notices.append(
            Notice(kind="nul-characters", message="holds NUL characters; they are kept as they are")
        )
    return text, tuple(notices)
