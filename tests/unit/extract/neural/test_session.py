from itertools import pairwise

import pytest

from whence.extract.neural.session import OVERLAP, WINDOW, cuts


@pytest.mark.parametrize("size", [1, WINDOW, WINDOW + 1, 2 * WINDOW - OVERLAP, 1180, 9999])
def test_windows_cover_a_text_overlap_enough_and_are_of_one_length(size):
    windows = cuts(size)
    assert (windows[0][0], windows[-1][1]) == (0, size)
    assert len({end - start for start, end in windows}) == 1
    for (_, end), (start, _) in pairwise(windows):
        assert end - start >= OVERLAP
    assert all(0 < end - start <= WINDOW for start, end in windows)


def test_there_are_no_more_windows_than_it_takes():
    assert len(cuts(2 * WINDOW - OVERLAP)) == 2
    assert cuts(0) == []
