import numpy as np
import pytest

from whence.extract.neural.projecting import times


@pytest.mark.parametrize("rows", [1, 3, 4, 30])
@pytest.mark.parametrize("outputs", [128, 384])
def test_rows_are_led_through_the_weights(rows, outputs):
    random = np.random.default_rng(rows)
    given = random.random((rows, 384), np.float32)
    weights = random.random((outputs, 384), np.float32)
    assert np.allclose(times(given, weights), given @ weights.T, rtol=1e-4)
