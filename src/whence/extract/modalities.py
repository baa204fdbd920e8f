"""What a speaker does with a content: asserts, denies, hedges, asks, orders or supposes."""

import re
from typing import Final

from whence.lexicon.tables import load_table
from whence.model import CuePolarity, CueType, Kind, Modality, Spans, surface

_TABLE: Final = load_table("modalities")
_HEAD: Final = 240
_SHORT: Final = 60
_NEITHER: Final = re.compile(r"\bneither confirms? nor den(?:y|ies)\b", re.IGNORECASE)


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(_TABLE[name]["phrases"]) + r")\b", re.IGNORECASE)


_DENIES: Final = _pattern("denied")
_DENYING_CUE: Final = _pattern("denying_cues")
_HEDGES: Final = _pattern("hedged")
_ORDERS: Final = re.compile(
    r"^(?:please\s+|let\s|do not\s|don['’]t\s|(?:"
    + "|".join(_TABLE["ordered"]["openers"])
    + r")\b)",
    re.IGNORECASE,
)
_DEMANDS: Final = _pattern("demanded")
_SUBORDINATE: Final = re.compile(
    r"[,;:.]\s|\b(?:which|who|because|although|while|when|told|said)\b"
)
_DISMISSES: Final = _pattern("dismissing_cues")
_LABELS: Final = re.compile(
    rf"(?!that\b|(?:[\w-]+ ){{0,3}}(?:{'|'.join(_TABLE['labelled']['claims'])}))"
    r"(?:[\w’'-]+ ){1,6}as\b",
    re.IGNORECASE,
)
"""What is dismissed and what as: "the audit as a draft". Of a claim it is still a denial."""
_SUPPOSES: Final = re.compile(
    r"^(?:that\s+)?(?:if|unless|had|were|should)\b(?=[^?]*$)", re.IGNORECASE
)


def modality_of(
    text: str,
    content: Spans,
    *,
    cue_words: str,
    cue_type: CueType,
    polarity: CuePolarity,
    kind: Kind,
) -> Modality:
    """The modality that prevails; in doubt asserted.

    Args:
        text: The report's text.
        content: What is ascribed.
        cue_words: The cue in lower case.
        cue_type: What sort of act the cue names.
        polarity: Whether the cue itself denies, asks or hedges.
        kind: Only words in quotation marks can be an order by their form.
    """
    words = surface(text, content).strip().lstrip("“\"'‘«„ ")
    head = words[:_HEAD]
    if _is_denied(head, cue_words, polarity, kind):
        return Modality.DENIED
    if words.rstrip("”\"'’»“ ").endswith("?") or _asks(cue_type, head):
        return Modality.QUESTIONED
    if cue_type is CueType.ORDERED or (cue_type is CueType.ASKED and _is_request(head)):
        return Modality.ORDERED
    if _NEITHER.search(words):
        return Modality.HEDGED
    main = _main_clause(head)
    if _DENIES.search(main):
        return Modality.DENIED
    if kind is Kind.DIRECT and _ORDERS.match(head):
        return Modality.ORDERED
    if _DEMANDS.search(head):
        return Modality.ORDERED
    if polarity is CuePolarity.HEDGED or _HEDGES.search(main):
        return Modality.HEDGED
    return Modality.HYPOTHETICAL if _SUPPOSES.match(head) else Modality.ASSERTED


def _is_denied(head: str, cue_words: str, polarity: CuePolarity, kind: Kind) -> bool:
    """Whether the cue denies the content, and does not only call what it speaks of something."""
    if _DISMISSES.search(cue_words) and _LABELS.match(head):
        return False
    is_denial = polarity is CuePolarity.DENIED and kind is not Kind.DIRECT
    return is_denial or bool(_DENYING_CUE.search(cue_words))


def _asks(cue_type: CueType, head: str) -> bool:
    return cue_type is CueType.ASKED and not _is_request(head)


def _is_request(head: str) -> bool:
    """Whether "asked" is a request: "asked the council to", "asked for"."""
    opening = re.split(r"[,;:.]", head, maxsplit=1)[0]
    asked = re.match(
        r"(?:that\s+)?(?:whether|if|why|how|what|when|where|who)\b", opening, re.IGNORECASE
    )
    return not asked and bool(re.search(r"\bto\s+\w+|\bfor\b", opening))


def _main_clause(head: str) -> str:
    """The words before the first comma or subordinator: a hedge further on is a detail."""
    if len(head) < _SHORT:
        return head
    end = _SUBORDINATE.search(head)
    return head[: end.start()] if end else head
