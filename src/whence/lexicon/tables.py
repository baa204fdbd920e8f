"""Reviewed word lists, kept as TOML beside this file and read once."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The table ``name.toml`` of this folder.

    Call it where a module is imported, so that tracing itself opens no file.

    Raises:
        FileNotFoundError: if there is no such table.
    """
    path = resources.files("whence.lexicon") / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
