"""What the command line lets its user choose."""

from enum import StrEnum


class StoryFormat(StrEnum):
    """How a traced story is written."""

    HTML = "html"
    JSON = "json"
    EVAL = "eval"


class Extractors(StrEnum):
    """What finds the attributions."""

    MODEL = "model"
    RULES = "rules"
