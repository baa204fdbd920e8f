"""``python -m whence``: the same as ``whence``."""

from whence.cli.main import main

main()
