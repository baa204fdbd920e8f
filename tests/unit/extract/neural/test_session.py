from itertools import pairwise

import numpy as np
import pytest

from whence.errors import ExtractorError
from whence.extract.neural import session
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


def test_a_missing_or_broken_file_is_one_error(monkeypatch, tmp_path):
    for broken in (False, True):
        if broken:
            (tmp_path / session.VOCABULARY).write_text("[UNK]\n")
            np.savez(tmp_path / session.HEADS, nothing=np.zeros(1))
            (tmp_path / session.MODEL).write_bytes(b"no graph")
        monkeypatch.setattr(session.resources, "files", lambda _: tmp_path.parent)
        monkeypatch.setattr(session, "FOLDER", tmp_path.name)
        with pytest.raises(ExtractorError):
            session.Encoder(threads=1)
