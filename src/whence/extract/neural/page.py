"""What the rules about names look at: the words of a text, and how likely each kind is of each."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from whence.extract.neural.encoding import Encoding
from whence.extract.neural.layout import NAME_TYPES

Reals = npt.NDArray[np.float64]

PERSON: Final = NAME_TYPES.index("Person")
ORGANISATION: Final = NAME_TYPES.index("Organization")
PLACE: Final = NAME_TYPES.index("Location")
FACILITY: Final = NAME_TYPES.index("Facility")
GROUP: Final = NAME_TYPES.index("NORP")
MISC: Final = NAME_TYPES.index("Misc")
PLACES: Final = (PLACE, FACILITY)


class Name(NamedTuple):
    """A run of words with its kind, a number of ``NAME_TYPES``; both ends are included."""

    kind: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """A text, its words in lower case, and the evidence for the kinds of its words."""

    text: Encoding
    lowers: tuple[str, ...]
    evidence: Reals
    """Words x kinds: logarithms of their chances, beginning with that of no name."""

    def surface(self, name: Name) -> str:
        """The characters of a name."""
        start, end = self.text.span_of((name.first, name.last))
        return self.text.text[start:end]

    def lower(self, name: Name) -> str:
        """The words of a name in lower case, one space between two."""
        return " ".join(self.lowers[name.first : name.last + 1])

    def gap(self, word: int) -> str:
        """What stands between a word and the one before it."""
        return self.between(word - 1, word)

    def between(self, word: int, other: int) -> str:
        """What stands between two words."""
        return self.text.text[self.text.spans[word][1] : self.text.spans[other][0]]

    def is_capital(self, word: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text.surfaces[word][0].isupper()

    def chances(self, name: Name) -> Reals:
        """Evidence for each kind of a name, of which it has one; the mean over its words."""
        mean = self.mean(name)[1:]
        spread: Reals = mean - np.logaddexp.reduce(mean)
        return spread

    def mean(self, name: Name) -> Reals:
        """Evidence for each kind and for none, the mean over a name's words."""
        rows = self.evidence[name.first : name.last + 1]
        mean: Reals = np.add.reduce(rows, 0) / len(rows)  # a third of the time of rows.mean(0)
        return mean
