"""Scores what Whence finds against gold that people marked."""

from whence.score.attributions import (
    Attribution,
    AttributionScore,
    GoldText,
    SystemText,
    score_attributions,
)
from whence.score.gold import find_gold, gold_values, read_gold
from whence.score.shapes import Gold, Output
from whence.score.stories import StoryScore, StoryTable, score_stories, score_story
from whence.score.words import GoldError

__all__ = [
    "Attribution",
    "AttributionScore",
    "Gold",
    "GoldError",
    "GoldText",
    "Output",
    "StoryScore",
    "StoryTable",
    "SystemText",
    "find_gold",
    "gold_values",
    "read_gold",
    "score_attributions",
    "score_stories",
    "score_story",
]
