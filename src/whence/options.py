"""Every knob of a trace, with its default and meaning; the docs are held to it by a test."""

from typing import Annotated

import msgspec

from whence.model import Value


class Options(Value, frozen=True, kw_only=True):
    """How to trace. Every field is documented in ``docs/options.md``."""

    extractor: Annotated[str, msgspec.Meta(description="``model`` or ``rules``.")] = "model"
    threads: Annotated[
        int,
        msgspec.Meta(
            ge=0, description="Cores to work on, by threads or processes; 0 means all, at most 2."
        ),
    ] = 0
    speech_only: Annotated[
        bool,
        msgspec.Meta(description="Leave out beliefs, intentions and feelings that nobody uttered."),
    ] = False


DEFAULTS = Options()
"""Every knob as it is when nobody turns it."""
