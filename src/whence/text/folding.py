"""Folding of characters that print differently and mean the same; positions stay."""

import unicodedata

_FOLD = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("     ", " "),
    }
)


def fold_marks(text: str) -> str:
    """The text with plain quotation marks, dashes and spaces: as many characters as before."""
    return text.translate(_FOLD)


def fold_case(text: str) -> str:
    """The text in lower case with plain marks: as many characters as before.

    Characters whose lower case is longer than one stay as they are.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lowered.translate(_FOLD)


def fold_letters(word: str) -> str:
    """A word to compare by: lower case, no accents, plain marks. Its length may differ."""
    if word.isascii():
        return word.replace("`", "'").lower()
    plain = unicodedata.normalize("NFKD", word.translate(_FOLD))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
