"""Words for readers: pieces joined, long ones shortened at a word."""

from whence.model import Spans

_LOOSE = " \t\r\n,;:"


def join_pieces(text: str, pieces: Spans) -> str:
    """The words of all pieces: with an ellipsis between, unless only marks and spaces stand there.

    A quotation that its cue or a paragraph break divides is one; what lies between is not it.
    """
    joined = ""
    end = 0
    for piece in pieces:
        words = " ".join(piece.of(text).split())
        if joined:
            between = text[end : piece.start]
            is_cut = any(character.isalnum() for character in between)
            joined = f"{joined.rstrip(_LOOSE)} … {words}" if is_cut else f"{joined} {words}"
        else:
            joined = words
        end = piece.end
    return joined


def cut_at_word(words: str, width: int) -> str:
    """At most ``width`` characters, cut at a word, with an ellipsis where something is left out."""
    line = " ".join(words.split())
    if len(line) <= width:
        return line
    cut = line.rfind(" ", 0, width - 1)
    return line[: cut if cut > width // 2 else width - 2].rstrip(_LOOSE) + " …"


def tidy(words: str) -> str:
    """What was said as a line by itself: without a leading "that" and with its marks in pairs."""
    line = " ".join(words.split()).removeprefix("that ").rstrip(_LOOSE)
    if line.count("“") > line.count("”"):
        line += "”"
    elif line.count('"') % 2:
        line = line + '"' if line.rfind('"') < len(line) - 1 else line[:-1]
    return line.strip()


def wrap_in_two(words: str, width: int) -> tuple[str, ...]:
    """One line, or two of at most ``width`` characters, the second cut at a word."""
    line = " ".join(words.split())
    if len(line) <= width:
        return (line,)
    cut = line.rfind(" ", 0, width + 1)
    if cut < width // 3:
        cut = width
    return line[:cut].rstrip(), cut_at_word(line[cut:], width)


def name_few(names: tuple[str, ...], *, most: int = 3) -> str:
    """``Ann Lee, the ministry, a nurse and 4 more``."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
