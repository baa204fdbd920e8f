from itertools import pairwise, product

import numpy as np
import pytest

from whence.extract.neural.viterbi import FORBIDDEN, STRETCH, best_tags, best_tags_by_part

TAGS, KINDS = 5, 3


def make_tables(rng: np.random.Generator) -> np.ndarray:
    tables = rng.normal(size=(KINDS, TAGS, TAGS)).astype(np.float32)
    for before, after in product(range(TAGS), repeat=2):
        if not legal(before, after):
            tables[:, before, after] += FORBIDDEN
    return tables


def legal(before: int, after: int) -> bool:
    return after == 0 or after % 2 == 1 or after in (before, before + 1)


def total(tags, scores, crossing, tables) -> float:
    start = FORBIDDEN if tags[0] and tags[0] % 2 == 0 else 0
    steps = sum(tables[crossing[k], a, b] for k, (a, b) in enumerate(pairwise(tags), 1))
    return start + steps + sum(scores[k, tag] for k, tag in enumerate(tags))


def test_the_best_of_all_sequences_is_found():
    rng = np.random.default_rng(4)
    for _ in range(5):
        scores = rng.normal(size=(5, TAGS)).astype(np.float32)
        crossing, tables = rng.integers(0, KINDS, 5), make_tables(rng)
        found = best_tags(scores, crossing, tables)
        best = max(product(range(TAGS), repeat=5), key=lambda t: total(t, scores, crossing, tables))
        assert tuple(found) == best
        assert all(legal(a, b) for a, b in pairwise(found.tolist()))


def test_parts_are_solved_each_by_itself():
    rng = np.random.default_rng(7)
    scores = rng.normal(size=(40, TAGS)).astype(np.float32)
    crossing, tables = rng.integers(0, KINDS, 40), make_tables(rng)
    begins = np.array([0, 1, 9, 30])
    apart = [
        best_tags(scores[a:b], crossing[a:b], tables) for a, b in pairwise([*begins.tolist(), 40])
    ]
    found = best_tags_by_part(scores, crossing, tables, begins)
    assert found.tolist() == np.concatenate(apart).tolist()


@pytest.mark.parametrize("size", [1, STRETCH - 1, STRETCH, STRETCH + 1, 7 * STRETCH + 5])
def test_stretches_are_joined_as_if_there_were_one(size):
    rng = np.random.default_rng(size)
    scores = rng.normal(size=(size, TAGS)).astype(np.float32)
    crossing, tables = rng.integers(0, KINDS, size), make_tables(rng)
    whole = best_tags_by_part(scores, crossing, tables, np.array([0]))
    assert best_tags(scores, crossing, tables).tolist() == whole.tolist()


def test_no_words_no_tags():
    tables = np.zeros((KINDS, TAGS, TAGS), np.float32)
    nothing = np.zeros((0, TAGS), np.float32)
    assert not len(best_tags(nothing, np.zeros(0, np.int64), tables))
