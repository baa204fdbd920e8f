from itertools import pairwise

import numpy as np
import pytest

from whence.errors import ExtractorError
from whence.extract.neural import session
from whence.extract.neural.encoding import encode
from whence.extract.neural.session import OVERLAP, WINDOW, Window, cuts, stitch
from whence.extract.neural.wordpiece import WordPieces


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


def test_scores_of_a_word_lean_to_the_window_that_shows_more_around_it():
    text = encode("a b c d e f", WordPieces(["[UNK]", *"abcdef"]))
    size = len(text.pieces)
    assert size == 6
    seen = []
    for start, end, score in ((0, 4, 0.0), (1, 6, 1.0)):
        scores = np.full((end - start, 2), score, np.float32)
        window = Window(start=start, end=end, states=np.zeros((end - start, 1), np.float32))
        seen.append((window, scores, scores))
    alone, at_its_edge, nearer, nearest, *_ = stitch(text, seen).tags[:, 0].tolist()
    assert alone == 0.0
    assert 0.0 < at_its_edge < nearer < nearest < 1.0
    assert stitch(text, seen).names[-1].tolist() == [1.0, 1.0]


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
