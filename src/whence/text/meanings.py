"""How near tellings come in what they mean."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt


class Meanings:
    """What tellings of a story mean, by key; those without a vector are near to nothing."""

    def __init__(self, vectors: Mapping[str, bytes]) -> None:
        """Take vectors of unit length as 16-bit floats, little end first; some may be empty."""
        self._vectors = {key: _read(vector) for key, vector in vectors.items() if vector}

    def __bool__(self) -> bool:
        """Whether any telling has a vector."""
        return bool(self._vectors)

    def nearness(self, a: str, b: str) -> float:
        """Cosine of two tellings, rounded; 0 where one of them has no vector."""
        first, second = self._vectors.get(a), self._vectors.get(b)
        if first is None or second is None or first.shape != second.shape:
            return 0.0
        return round(float(np.dot(first, second)), 4)


def _read(vector: bytes) -> npt.NDArray[np.float32]:
    return np.frombuffer(vector, "<f2").astype(np.float32)
