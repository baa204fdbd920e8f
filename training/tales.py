"""Stories in other words, dealt out to made-up reports."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "wordings"
TRAIN, DEV = FOLDER / "train", FOLDER / "dev"
QUOTED = (
    "{}, she said.",
    "He said: {}.",
    "{}, Ms Horn told the Courier.",
    "Mr Dray said {}.",
    "{}, according to Mr Vane.",
    "The spokeswoman said: {}.",
)
REPORTED = (
    "The company said {}.",
    "{}, the minister said.",
    "She told reporters that {}.",
    "According to the agency, {}.",
    "He added that {}.",
    "{}, said a spokesman.",
    "Officials say {}.",
    "It emerged that {}.",
    "They said {}.",
    "{}.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tale:
    """One story: for each claim its wordings."""

    title: str
    claims: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A made-up report, and which stretches of it tell which claim."""

    text: str
    spans: tuple[tuple[int, int], ...]
    claims: tuple[int, ...]


def read_tales(folder: Path) -> list[Tale]:
    """The stories of all files of a folder, in order of the files' names."""
    return [tale for path in sorted(folder.glob("*.txt")) for tale in _read_file(path)]


def _read_file(path: Path) -> Iterator[Tale]:
    for story in path.read_text(encoding="utf-8").split("## ")[1:]:
        title, _, rest = story.partition("\n")
        blocks = (block.split("\n") for block in rest.strip().split("\n\n"))
        claims = tuple(tuple(line.strip() for line in block if line.strip()) for block in blocks)
        yield Tale(title=title.strip(), claims=claims)


def deal(tale: Tale, rng: random.Random) -> list[Told]:
    """The wordings of a story, each in one of some reports; no report tells a claim twice."""
    decks = [rng.sample(claim, len(claim)) for claim in tale.claims]
    reports = []
    for turn in range(max(map(len, decks))):
        hand = [(number, deck[turn]) for number, deck in enumerate(decks) if turn < len(deck)]
        rng.shuffle(hand)
        reports.append(_write(hand, rng))
    return reports


def _write(hand: Sequence[tuple[int, str]], rng: random.Random) -> Told:
    text = ""
    spans = []
    for _, wording in hand:
        is_quoted = wording[0] in '"“'
        words = wording if is_quoted else wording.rstrip(".")
        before, after = rng.choice(QUOTED if is_quoted else REPORTED).split("{}")
        start = len(text) + len(before)
        text += before + words + after + rng.choice((" ", " ", "\n\n"))
        spans.append((start, start + len(words)))
    return Told(text=text, spans=tuple(spans), claims=tuple(number for number, _ in hand))
