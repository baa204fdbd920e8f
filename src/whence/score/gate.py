"""Holds accuracy to floors that people reviewed, so that no change lowers it unseen.

A floors file names, for each corpus, the digest of its texts and gold and the least every figure
may be. Changing a text or its gold changes the digest: then the floors have to be looked at again.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from whence.score.words import GoldError


class Corpus(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One corpus with the floors of its figures."""

    path: str
    """Folder of the corpus, relative to the floors file."""
    digest: str
    """Of all texts and gold, as ``digest_of`` gives it."""
    floors: dict[str, float]
    """The least that each figure may be, shares in 0..1, by its printed name."""
    ceilings: dict[str, int] = {}
    """The most that a count may be, such as traps hit."""


class Breach(msgspec.Struct, frozen=True, kw_only=True):
    """One figure that does not keep to its bound."""

    corpus: str
    figure: str
    bound: float
    measured: float | None

    def __str__(self) -> str:
        found = "not measured" if self.measured is None else f"{self.measured:.3f}"
        return f"{self.corpus}: {self.figure} is {found}, the bound is {self.bound:.3f}"


def read_floors(path: Path) -> dict[str, Corpus]:
    """The corpora of a floors file by name.

    Raises:
        GoldError: if the file is broken or has unknown keys.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(table, dict[str, Corpus])
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise GoldError(str(path), f"the floors cannot be read ({error})") from error


def digest_of(folder: Path) -> str:
    """A digest of every manifest, report and gold file below a folder, names included."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in (".txt", ".html", ".toml", ".json"):
            whole.update(path.relative_to(folder).as_posix().encode())
            whole.update(b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def find_breaches(
    name: str, corpus: Corpus, measured: Mapping[str, float | str | None]
) -> tuple[Breach, ...]:
    """Every figure below its floor, above its ceiling, or missing, in the order of the file.

    Args:
        name: Name of the corpus, for the messages.
        corpus: Its bounds.
        measured: One column of figures, as ``StoryScore.table`` gives it.
    """
    breaches = []
    for figure, bound in (*corpus.floors.items(), *corpus.ceilings.items()):
        value = _number(measured.get(figure))
        kept = value is not None and (value >= bound if figure in corpus.floors else value <= bound)
        if not kept:
            breaches.append(Breach(corpus=name, figure=figure, bound=bound, measured=value))
    return tuple(breaches)


def _number(value: float | str | None) -> float | None:
    """A figure as a number; of a count such as ``1/12`` the part before the stroke."""
    if isinstance(value, str):
        value = value.partition("/")[0]
    return None if value is None else float(value)
