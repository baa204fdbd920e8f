"""What every extractor of attributions gives: the trained model, the rules, or one of your own."""

from typing import Protocol

from whence.model import Meaning, MentionKind, Span, Spans, Value


class RawAttribution(Value, frozen=True, kw_only=True):
    """Source, cue and content as an extractor found them, before they are read closer."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans
    score: float = 1.0
    depth: int = 0
    """0 for the outermost; 1 for one found inside another's content, and so on."""
    meanings: tuple[Meaning, ...] = ()
    """What the content means, and each of its sentences if there are several; empty if the
    extractor makes none."""


class RawMention(Value, frozen=True, kw_only=True):
    """A name that an extractor found."""

    span: Span
    kind: MentionKind
    score: float = 1.0


class RawAntecedent(Value, frozen=True, kw_only=True):
    """What a pronoun stands for, as an extractor sees it."""

    pronoun: Span
    antecedent: Span
    """A name, a source, or an earlier pronoun."""
    score: float = 1.0


class Findings(Value, frozen=True, kw_only=True):
    """What an extractor found in one text, each list in order of text."""

    attributions: tuple[RawAttribution, ...] = ()
    mentions: tuple[RawMention, ...] = ()
    antecedents: tuple[RawAntecedent, ...] = ()
    sentences: tuple[Meaning, ...] = ()
    """What each sentence means; empty if the extractor makes no meanings."""


class Extractor(Protocol):
    """Finds attributions and names in one text; gives the same for the same text, always."""

    name: str

    def find(self, text: str, blocks: Spans) -> Findings:
        """What stands in the given blocks (paragraphs that report; furniture is left out).

        Args:
            text: The whole text; spans count its code points.
            blocks: Where to look, in order, not overlapping.
        """
        ...


def reads_at_once(extractor: Extractor) -> int:
    """How many texts an extractor reads side by side: its ``at_once``, or one if it has none."""
    return int(getattr(extractor, "at_once", 1))
