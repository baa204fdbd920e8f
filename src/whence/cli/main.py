"""Where the command ``whence`` starts."""

import sys

from whence import __version__


def main() -> None:
    """Run the command with the arguments of the process.

    ``--version`` alone is answered before anything else is loaded: scripts ask for it often.
    """
    if sys.argv[1:] == ["--version"]:
        print(f"whence {__version__}")
        return
    from whence.cli.app import app

    app(prog_name="whence")
