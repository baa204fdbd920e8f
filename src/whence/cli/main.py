"""Where the command ``whence`` starts."""

import sys
from typing import Final

from whence import __version__

SWITCH: Final = 0.0005
"""Seconds that one thread of Python may keep another waiting. With Python's own 0.005 the threads
that read windows, which need it for an instant after each, stand idle for a good part of the time.
"""


def main() -> None:
    """Run the command with the arguments of the process.

    ``--version`` alone is answered before anything else is loaded: scripts ask for it often.
    """
    if sys.argv[1:] == ["--version"]:
        print(f"whence {__version__}")
        return
    from whence.cli.app import app

    sys.setswitchinterval(SWITCH)
    app(prog_name="whence")
