"""Names in wordings: one name written in two ways, or another name."""

from rapidfuzz.distance import Levenshtein

from whence.compare.wording.matching import Op
from whence.compare.wording.sides import Side
from whence.text import fold_letters


def _names_in(side: Side, bounds: tuple[int, int]) -> list[str]:
    """Capitalised words that do not begin a sentence."""
    found: list[str] = []
    for number in range(*bounds):
        surface = side.surface(number)
        begins = number == 0 or any(mark in side.between(number - 1) for mark in '.!?:"“')
        if surface[:1].isupper() and not surface.isupper() and not begins and len(surface) > 1:
            found.append(surface)
    return found


def exchanged_spelling(op: Op, base: Side, variant: Side) -> bool:
    """Whether one name is exchanged for another way to write it."""
    if op.base[1] - op.base[0] != 1 or op.variant[1] - op.variant[0] != 1:
        return False
    gone, come = _names_in(base, op.base), _names_in(variant, op.variant)
    if not gone or not come:
        return False
    return is_one_name(gone[0], come[0])


def is_one_name(a: str, b: str) -> bool:
    """Whether two names are one, written in two ways ("Quran", "Koran") or with a slip.

    Vowels and the letters that scripts exchange are left out; Iran and Iraq stay apart.
    """
    one, other = fold_letters(a), fold_letters(b)
    if min(len(one), len(other)) < 4:
        return False
    if sorted(one) == sorted(other):
        return True
    bones = _bones(one)
    if len(bones) >= 2 and bones == _bones(other):
        return True
    return min(len(one), len(other)) >= 8 and Levenshtein.distance(one, other) == 1


_EXCHANGED = str.maketrans({"q": "k", "c": "k", "g": "k", "z": "s", "w": "v", "j": "i", "f": "v"})


def _bones(name: str) -> str:
    """The consonants of a name, letters that scripts exchange made equal, doubles once."""
    folded = name.replace("ph", "f").replace("kh", "k").replace("dh", "d").translate(_EXCHANGED)
    found: list[str] = []
    for c in folded:
        if c.isalpha() and c not in "aeiouyh" and found[-1:] != [c]:
            found.append(c)
    return "".join(found)


def exchanged_name(op: Op, base: Side, variant: Side) -> str:
    """What is said of one name put for another; empty where none is."""
    gone, come = _names_in(base, op.base), _names_in(variant, op.variant)
    gone, come = ([name.split("'")[0].split("’")[0] for name in names] for names in (gone, come))
    if len(gone) == 1 and len(come) == 1 and gone[0] != come[0] and op.base[1] - op.base[0] <= 3:
        return f"name changed from {gone[0]} to {come[0]}"
    return ""
