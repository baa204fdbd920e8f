"""Which chain a pronoun means: measures of the chains named near it, weighted and shared out."""

import math
from collections.abc import Callable
from typing import Final

from whence.lexicon.people import Gender
from whence.model import MentionKind
from whence.resolve.chains import Chain
from whence.resolve.measures import (
    Measure,
    Situation,
    distance,
    extractor_points,
    far_away,
    has_name,
    inside_other_quotation,
    is_body,
    is_oblique,
    is_possessor,
    is_subject,
    known_gender,
    named_after,
    named_ahead_of_owner,
    named_first,
    named_in_all,
    named_often,
    nearest_is_pronoun,
    next_to,
    object_of_own_clause,
    only_a_guess,
    opens_sentence,
    owner_beside,
    owner_is_subject,
    owner_of_own_clause,
    parallel_object,
    parallel_possessor,
    parallel_subject,
    previous_sentence,
    rank_between,
    same_paragraph,
    same_sentence,
    speaker_goes_on,
    speaker_of_quotation,
    subject_goes_on,
)
from whence.resolve.references import Reference
from whence.resolve.syntax import Slot

# Fitted on 2,000 Wikipedia passages (GAP, train part), 22 November 2026, by benchmarks/pronouns.py;
# on its dev part F1 is 67.5, with every weight at its value before fitting 61.6. The weights of
# paragraphs, quotations, speakers and bodies, which those passages do not show, are set by hand;
# has_name was fitted to 2.1 there, where names are given, and is lower for news.
WEIGHTS: Final[tuple[tuple[Measure, float], ...]] = (
    (same_sentence, 2.30),
    (previous_sentence, 0.70),
    (far_away, -1.04),
    (rank_between, 0.03),
    (is_subject, 1.14),
    (is_possessor, 0.25),
    (is_oblique, -0.54),
    (parallel_subject, 0.25),
    (parallel_object, 0.75),
    (parallel_possessor, 0.51),
    (owner_is_subject, 0.20),
    (object_of_own_clause, -2.81),
    (opens_sentence, 0.21),
    (named_often, 0.43),
    (named_first, -0.27),
    (known_gender, 0.16),
    (has_name, 1.20),
    (named_after, -2.47),
    (distance, -1.04),
    (nearest_is_pronoun, -0.20),
    (speaker_goes_on, 1.20),
    (speaker_of_quotation, -2.00),
    (inside_other_quotation, -0.70),
    (same_paragraph, 0.40),
    (extractor_points, 3.00),
    (only_a_guess, -2.68),
    (is_body, -0.80),
    (next_to, 0.25),
    (subject_goes_on, 0.65),
    (owner_beside, 0.47),
    (named_in_all, 2.18),
    (owner_of_own_clause, -0.04),
    (named_ahead_of_owner, 0.57),
)
NOBODY: Final = 0.05
"""The score of "none of those named": what the best chain must beat."""


def score_situation(situation: Situation) -> float:
    """The weighted sum of all measures; the one place where pronouns are scored."""
    return sum(weight * measure(situation) for measure, weight in WEIGHTS)


def chances(scores: list[float]) -> list[float]:
    """The share of each chain, with "nobody" among them: a softmax."""
    top = max((*scores, NOBODY))
    powers = [math.exp(score - top) for score in scores]
    whole = sum(powers) + math.exp(NOBODY - top)
    return [power / whole for power in powers]


def fits(pronoun: Reference, chain: Chain) -> bool:
    """Whether gender, number and kind allow a pronoun to mean a chain."""
    kind = chain.kind
    if pronoun.wants_woman or pronoun.wants_man:
        other = Gender.MAN if pronoun.wants_woman else Gender.WOMAN
        if kind is MentionKind.UNKNOWN:
            return chain.has_name and chain.gender is not other and _may_be_person(chain)
        return kind is MentionKind.PERSON and chain.gender is not other
    if pronoun.is_they:
        return kind in (MentionKind.GROUP, MentionKind.ORGANISATION, MentionKind.OUTLET)
    if pronoun.is_it:
        return kind in (
            MentionKind.ORGANISATION,
            MentionKind.OUTLET,
            MentionKind.DOCUMENT,
            MentionKind.UNKNOWN,
        )
    return False


def _may_be_person(chain: Chain) -> bool:
    return bool(chain.names)


def slot_and_nearest(
    slot_of: Callable[[Reference], Slot], pronoun: Reference, chain: Chain
) -> tuple[Reference, Slot] | None:
    """The chain's member next to a pronoun, and its place in its clause."""
    nearest = chain.last_before(pronoun.span.start)
    if nearest is None:
        nearest = chain.first_after(pronoun.span.end)
        if nearest is None or nearest.sentence > pronoun.sentence:
            return None
    return nearest, slot_of(nearest)
