"""Finds the characters that a gold file quotes, so that nobody has to count offsets.

A quotation of a report is written as words, with any white space between them:

* ``"sixty lost crates"``: these words, which must stand in the report exactly once;
* ``"sixty dead >> Sunday morning"``: from the first words to the nearest last ones after them;
* ``{ words = "he", nth = 2 }``: the second place where they stand;
* ``{ words = "Sunday", within = "crates on Sunday" }``: the place inside longer words;
* a list of these: the pieces of something that is cut in two.
"""

import re
from collections.abc import Sequence

from whence.errors import InputError

Piece = tuple[int, int]
_GAP = ">>"


class GoldError(InputError):
    """A gold file that does not fit its reports or its format."""


def _pattern(words: str) -> str:
    """A pattern for the words that takes any white space between them, and whole words only."""
    body = r"\s+".join(re.escape(word) for word in words.split())
    start = r"(?<!\w)" if words.strip()[:1].isalnum() else ""
    end = r"(?!\w)" if words.strip()[-1:].isalnum() else ""
    return start + body + end


def find_all(text: str, words: str) -> list[Piece]:
    """Every place of the words in the text, in order."""
    first, gap, last = (part.strip() for part in words.partition(_GAP))
    if not first or (gap and not last):
        return []
    places = [match.span() for match in re.finditer(_pattern(first), text)]
    if not gap:
        return places
    ending = re.compile(_pattern(last))
    found = []
    for start, end in places:
        match = ending.search(text, end)
        if match:
            found.append((start, match.end()))
    return found


class Finder:
    """Finds the quoted words of one entry of a gold file in one report."""

    def __init__(self, text: str, *, report: str, entry: str) -> None:
        self._text = text
        self._report = report
        self._entry = entry

    def pieces(
        self, quoted: object, *, near: int | None = None, inside: Sequence[Piece] = ()
    ) -> list[Piece]:
        """The pieces that a quotation, or a list of them, names.

        Args:
            quoted: What the gold file gives.
            near: Where words that stand several times are taken nearest to this place.
            inside: Where given, only places inside one of these pieces count.

        Raises:
            GoldError: if the words are missing or could stand in several places.
        """
        items = quoted if isinstance(quoted, list) else [quoted]
        return [self._one(item, near=near, inside=inside) for item in items]

    def _one(self, item: object, *, near: int | None, inside: Sequence[Piece]) -> Piece:
        words, nth, within = self._parse(item)
        places = find_all(self._text, words)
        if within:
            around = find_all(self._text, within)
            places = [place for place in places if _lies_in(place, around)]
        if inside:
            places = [place for place in places if _lies_in(place, inside)]
        if not places:
            where = f" within “{within}”" if within else " in the statement" if inside else ""
            raise self._error(f"the words “{words}” do not stand in report {self._report}{where}")
        if nth is not None:
            if not 1 <= nth <= len(places):
                raise self._error(
                    f"the words “{words}” stand {len(places)} times in report {self._report}, "
                    f"not {nth}"
                )
            return places[nth - 1]
        if len(places) > 1 and near is not None:
            return min(places, key=lambda place: min(abs(place[0] - near), abs(place[1] - near)))
        if len(places) > 1:
            raise self._error(
                f"the words “{words}” stand {len(places)} times in report {self._report}",
                "quote more of them, or add nth or within",
            )
        return places[0]

    def _parse(self, item: object) -> tuple[str, int | None, str]:
        if isinstance(item, str):
            return item, None, ""
        if isinstance(item, dict) and set(item) <= {"words", "nth", "within"}:
            words, nth, within = item.get("words"), item.get("nth"), item.get("within", "")
            if isinstance(words, str) and isinstance(within, str) and isinstance(nth, int | None):
                return words, nth, within
        raise self._error(f"{item!r} is no quotation of words", "write words, or words with nth")

    def _error(self, problem: str, advice: str = "") -> GoldError:
        return GoldError(self._entry, problem, advice)


def _lies_in(place: Piece, around: Sequence[Piece]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in around)
