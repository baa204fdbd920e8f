"""Whence: who said what, by way of whom, and on how many independent origins it rests.

    from whence import read, trace

    story = trace(read("reports/"))

What is imported from here is loaded when it is first asked for: the command line answers small
questions without waiting for the model's runtime. The types stand in ``__init__.pyi``.
"""

import sys
from importlib import import_module
from types import ModuleType

__version__ = "0.1.0"

__all__ = ["Options", "Reading", "Report", "Story", "WhenceError", "__version__", "read", "trace"]

_HOMES = {
    "Options": "whence.options",
    "Reading": "whence.model",
    "Report": "whence.model",
    "Story": "whence.model",
    "WhenceError": "whence.errors",
    "trace": "whence.pipeline",
}


class _Package(ModuleType):
    """This package, whose ``read`` is the function and never the folder of the same name.

    Python binds a subpackage to its name here when it is first imported, by whomever; ``read``
    would be a function or a module depending on who came first.
    """

    @property
    def read(self) -> object:
        return import_module("whence.read.reading").read_reports

    @read.setter
    def read(self, module: ModuleType) -> None:
        pass


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
