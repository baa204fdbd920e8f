"""What a line around the body is for, told from its own words."""

import re

from whence.lexicon import load_table
from whence.model import PartKind

_WORDS = load_table("layout")
_FURNITURE_OPENINGS = tuple(_WORDS["furniture_openings"])
_FURNITURE_LINES = frozenset(_WORDS["furniture_lines"])
_CREDIT_OPENINGS = tuple(_WORDS["credit_openings"])
_CREDIT_PHRASES = tuple(_WORDS["credit_phrases"])
_PHOTO = "|".join(_WORDS["photo_words"])
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}\W{0,3}")
_FOLLOW = re.compile(
    r"(?:[–—-]{1,3}\s?)?(?:>>\s?)?(?:follow|like|find|tweet|email|e-mail)\s.{0,80}", re.I
)
_SCRIPT = re.compile(r"[\w.$]{1,40}\(.{0,200}\);?|[.#][\w-]{1,40}\s?\{.{0,200}")
_HANDLE = re.compile(r"@\w{2,30}")
# "[WSJ]", "(Reuters)", "[h/t Lorn Gazette / CPA]": a source in brackets on a line of its own.
_BRACKETED = re.compile(
    r"[\[(]\s?(?=[^\W\d])[^\[\]()=]{2,60}[\])](?:\s?[\[(][^\[\]()=]{2,60}[\])])?"
)
_DOMAIN = re.compile(r"[a-z\d-]{1,40}(?:\.[a-z\d-]{1,40}){0,2}\.[a-z]{2,10}")
_MAKER = r"[A-Z][\w.'’&-]{1,30}(?: [A-Z][\w.'’&-]{1,30}){0,3}"
_SHOT = rf"(?i:{_PHOTO})"
_GIVEN = r"(?i:credits?|by|via|from|courtesy(?: of)?|source|of)"
_CREDIT_LINE = re.compile(
    rf"[\[(]?{_SHOT}(?:\s{_GIVEN})?\s?[:|/]?\s?(?:\|\s)?[A-Z©@\[(\d].{{1,80}}"
    rf"|{_MAKER}(?:/(?:via )?{_MAKER}){{1,3}}"
    rf"|[\[(]?(?!FILE)[A-Z]{{2,8}}\s(?:PHOTO|Photo)\b.{{0,60}}"
    rf"|(?i:(?:image|photo)s?\scourtesy\s).{{2,60}}"
)
_CREDIT_AT_END = re.compile(
    rf"(?:[.,)”\"]\s{{0,3}}|\s[\[(]?){_SHOT}(?:\s{_GIVEN})?\s?[:/]\s?[A-Z©][^.!?]{{1,60}}[\])]?$"
    rf"|\s{_SHOT}(?:\s{_GIVEN})\s[A-Z][^.!?]{{1,60}}[\])]?$"
    rf"|[.”\")]\s{{0,3}}[\[(]?{_MAKER}/(?:via )?{_MAKER}(?:/{_MAKER}){{0,2}}[\])]?$"
    rf"|\s[\[(]{_MAKER}(?:\s(?i:photos?|images?))?/(?:via )?{_MAKER}[\])]\.?$"
    rf"|\s[\[(][^()\[\].!?]{{0,30}}\s(?i:photos?|images?|pictures?)\)\.?$"
    rf"|\.\s{_MAKER}\s(?i:photo|image)\sby\s{_MAKER}$"
    rf"|\s[\[(]{_SHOT}\s[^()\[\]!?]{{2,60}}[\])]\.?$"
)
_NAMES_PICTURE = re.compile(rf"\b{_SHOT}\b|{_MAKER}/{_MAKER}")
_GLUED = re.compile(r"(?<=[a-z.)])(?:Credit|Photo(?:graph)?|Image|Picture)[:\s]?\s?(?=[A-Z])")
_LABELLED = re.compile(r"[A-Z][\w'’-]{0,20}(?:\s[A-Z][\w'’-]{0,20}){0,2}:\s[A-Z]")
_PICTURED = re.compile(
    r"(?:pictured|file photo|file pic|above|below|left|right|from left|"
    r"this (?:photo|image|picture|screengrab|handout)|"
    r"a (?:photo|picture|satellite image|view|file photo)|(?:photo|image) (?:taken|shows))\b",
    re.IGNORECASE,
)
_SHORT_TITLE = re.compile(r"[^\W\d_][\w’'-]{1,20}\s[\w’'-]{2,20}")
_FINAL = re.compile(r"[.!?:;,…。؟।][\"'”’»)\]*]{0,3}$|[\"”’»']$")


def is_address(words: str) -> bool:
    """Whether a line is nothing but an address of the web."""
    return _ADDRESS.fullmatch(words) is not None


def has_final_stop(words: str) -> bool:
    """Whether a line ends as sentences do, or as quoted words do."""
    return _FINAL.search(words[-8:]) is not None


def kind_of_line(words: str) -> PartKind | None:
    """Furniture or credit, if the words of a line say so wherever it stands; None otherwise."""
    if len(words) > 400:
        return None
    plain = words.strip().lower()
    count = plain.count(" ") + 1
    if plain in _FURNITURE_LINES or plain.rstrip(":.…> ") in _FURNITURE_LINES:
        return PartKind.FURNITURE
    if plain.startswith(_CREDIT_OPENINGS) and count <= 60:
        return PartKind.CREDIT
    if plain.startswith(("©", "copyright ", "(c) ")):
        return PartKind.CREDIT
    if any(phrase in plain for phrase in _CREDIT_PHRASES) and count <= 60:
        return PartKind.CREDIT
    if plain.startswith(_FURNITURE_OPENINGS) and count <= 25:
        return PartKind.FURNITURE
    if _is_furniture(words.strip(), count):
        return PartKind.FURNITURE
    if _BRACKETED.fullmatch(words) and count <= 9 and not has_final_stop(words.rstrip("])")):
        return PartKind.CREDIT
    if _DOMAIN.fullmatch(words):
        return PartKind.CREDIT
    return None


def _is_furniture(words: str, count: int) -> bool:
    if is_address(words) or (_MAIL.match(words) and count <= 6):
        return True
    if count <= 16 and _FOLLOW.fullmatch(words) and (_HANDLE.search(words) or " on " in words):
        return not has_final_stop(words)
    return bool(_SCRIPT.fullmatch(words)) or not any(c.isalnum() for c in words)


def caption_or_credit(words: str, *, is_first: bool = False) -> PartKind | None:
    """Caption or credit of a picture, if the words say so; None otherwise.

    A caption ends with a picture's credit, or begins like one ("Pictured", "Grief: ...") and ends
    without a stop. The first line of a report may be a headline with a colon.
    """
    if len(words) > 500:
        return None
    short = words.count(" ") < 12
    if short and _CREDIT_LINE.fullmatch(words) and not has_final_stop(words.rstrip("])")):
        return PartKind.CREDIT
    if find_glued_credit(words) is not None:
        return PartKind.CAPTION
    if _CREDIT_AT_END.search(words[-90:]) and words.count(" ") < 60:
        return PartKind.CAPTION
    begins = _PICTURED.match(words) or (not is_first and _LABELLED.match(words))
    is_caption = begins and not has_final_stop(words) and words.count(" ") < 40
    return PartKind.CAPTION if is_caption else None


def names_picture(words: str) -> bool:
    """Whether a line speaks of a picture."""
    return _NAMES_PICTURE.search(words) is not None


def find_glued_credit(words: str) -> int | None:
    """Where a picture credit begins that stands without a space behind its caption, else None."""
    if len(words) > 500:
        return None
    match = _GLUED.search(words)
    return match.start() if match and len(words) - match.end() <= 80 else None


def is_title(words: str) -> bool:
    """Whether most words are capitalised, as in a headline of American papers."""
    letters = [word for word in words.split() if word[0].isalpha() and len(word) > 3]
    return len(letters) >= 3 and sum(word[0].isupper() for word in letters) >= 0.75 * len(letters)


def is_headline(words: str, *, longest: int) -> bool:
    """Whether a line reads like a headline: short, no full stop, and something longer after it.

    Args:
        words: The line.
        longest: Length of the longest paragraph among the next few.
    """
    if len(words) > 180 or "\n" in words:
        return False
    if words.endswith((":", ",", ";", "...", "…", ".", ".”", '."', ".’", "-", "–", "—")):
        return False
    if words.count(" ") < 2 and not _SHORT_TITLE.fullmatch(words):
        return False
    if words.endswith(("?", "!")) and len(words) > 100:
        return False
    return longest > len(words) or (longest > 40 and is_title(words))
