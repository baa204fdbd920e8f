"""From bytes to text: which encoding, how that is known, and nothing else changed."""

import codecs
import re

from whence.model import Value

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.I
)
_SAMPLE = 1 << 16


class Decoded(Value, frozen=True, kw_only=True):
    """A text and its encoding.

    ``is_guessed`` is true where neither a mark, nor a declaration, nor the bytes themselves settle
    the encoding; ``is_damaged`` where some bytes meant nothing and became U+FFFD.
    """

    text: str
    encoding: str
    is_guessed: bool = False
    is_damaged: bool = False


def decode(content: bytes, *, is_page: bool = False) -> Decoded:
    """The text of some bytes. Line endings and every character stay; a byte order mark goes.

    A byte order mark decides; then the shape of UTF-16; then UTF-8, which hardly ever fits by
    chance; then what a page declares, if the bytes agree; then UTF-8 with a few broken bytes; then
    the likelier of two 8-bit encodings. Never raises.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _damaged(content[len(mark) :], encoding)
    wide = wide_encoding(content)
    if wide:
        return _damaged(content, wide).replace(is_guessed=True)
    for encoding in ("utf-8", *(_declared(content) if is_page else ())):
        try:
            return Decoded(text=content.decode(encoding), encoding=encoding)
        except (UnicodeError, LookupError):  # a page may name "undefined" or "hex"
            continue
    if _is_nearly_utf8(content):
        return _damaged(content, "utf-8")
    return _damaged(content, _narrow_encoding(content)).replace(is_guessed=True)


def _damaged(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=content.decode(encoding), encoding=encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
        return Decoded(text=text, encoding=encoding, is_damaged=True)


def _declared(content: bytes) -> tuple[str, ...]:
    found = _DECLARED.search(content, 0, 4096)
    if not found:
        return ()
    name = found.group(1).decode("ascii", "replace").lower()
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return ()
    # What the web calls Latin-1 is Windows-1252; codecs that give no text are none of ours.
    if known in ("iso8859-1", "ascii"):
        return ("cp1252",)
    return (known,)


def wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is zero (Latin) or four (Cyrillic)."""
    sample = content[:_SAMPLE]
    if len(sample) < 4 or len(content) % 2:
        return None
    half = len(sample) // 2
    even, odd = (sum(sample[i::2].count(high) for high in (0, 4)) for i in (0, 1))
    if odd > 0.8 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.8 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_nearly_utf8(content: bytes) -> bool:
    """UTF-8 with a few broken bytes: many sound sequences for each unsound one."""
    text = content[:_SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for c in text if ord(c) > 127) - broken
    return sound > 3 * broken


_RUNS = re.compile(rb"[\xa8\xb8\xc0-\xff]+")


def _narrow_encoding(content: bytes) -> str:
    """Windows-1251 where letters beyond ASCII come in words, Windows-1252 where they come singly.

    Quotation marks and dashes lie at the same bytes in both.
    """
    runs = [len(run) for run in _RUNS.findall(content[:_SAMPLE])]
    in_words = sum(length for length in runs if length >= 3)
    return "cp1251" if runs and in_words > 0.5 * sum(runs) else "cp1252"
