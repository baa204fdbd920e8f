"""Which chain a pronoun means: measures of the chains named near it, weighted and shared out."""

import math
from collections.abc import Callable
from typing import Final

from whence.lexicon.bodies import OUTLET_WORDS
from whence.lexicon.people import Gender, is_plural
from whence.model import MentionKind
from whence.resolve.chains import Chain, first_name
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
    last_subject,
    named_after,
    named_ahead_of_owner,
    named_first,
    named_in_all,
    named_often,
    next_to,
    object_before_subject,
    object_of_own_clause,
    only_a_guess,
    opened_sentence_before,
    opens_sentence,
    owner_beside,
    owner_is_subject,
    parallel_object,
    parallel_possessor,
    parallel_subject,
    previous_sentence,
    rank_between,
    same_paragraph,
    same_sentence,
    speaker_goes_on,
    speaker_of_quotation,
    speaks_again,
    spoken_of_lately,
    subject_after_last_subject,
    subject_goes_on,
    tells_whose,
)
from whence.resolve.references import Reference
from whence.resolve.syntax import Slot
from whence.text import fold_case

_OWN: Final = ("my ", "our ")

# Fitted on 2,000 Wikipedia passages (GAP, train part), 22 November 2026, by benchmarks/pronouns.py.
# On its dev part F1 is 68 with names found by rule, 71 with names of the trained model and 72 with
# its antecedents too. The weights of paragraphs, quotations, speakers and bodies, and of a name
# that tells whose somebody is, which those passages do not show, are set by hand; has_name was
# fitted to 2.3 there, where names are given, and is lower for news.
WEIGHTS: Final[tuple[tuple[Measure, float], ...]] = (
    (same_sentence, 2.86),
    (previous_sentence, 0.99),
    (far_away, -1.08),
    (rank_between, 0.18),
    (is_subject, 0.73),
    (is_possessor, 0.52),
    (tells_whose, -1.50),
    (is_oblique, -0.56),
    (parallel_subject, 0.24),
    (parallel_object, 0.84),
    (parallel_possessor, 0.36),
    (owner_is_subject, 0.29),
    (object_of_own_clause, -3.00),
    (opens_sentence, 0.23),
    (named_often, 0.47),
    (named_first, -0.24),
    (known_gender, 0.15),
    (has_name, 1.20),
    (named_after, -2.83),
    (distance, -1.24),
    (speaker_goes_on, 1.20),
    (speaks_again, 3.50),
    (speaker_of_quotation, -2.00),
    (inside_other_quotation, -0.70),
    (same_paragraph, 0.40),
    (extractor_points, 2.00),
    (only_a_guess, -2.81),
    (is_body, -0.80),
    (opened_sentence_before, 0.5),
    (last_subject, 0.48),
    (subject_after_last_subject, 0.30),
    (spoken_of_lately, -0.36),
    (object_before_subject, 0.38),
    (next_to, 0.22),
    (subject_goes_on, 0.82),
    (owner_beside, 0.60),
    (named_in_all, 2.72),
    (named_ahead_of_owner, 0.65),
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
    if pronoun.quotation < 0 and _is_named_by_a_speaker(chain):
        return False
    if pronoun.wants_woman or pronoun.wants_man:
        other = Gender.MAN if pronoun.wants_woman else Gender.WOMAN
        if kind is MentionKind.UNKNOWN:
            return chain.has_name and chain.gender is not other and _may_be_person(chain)
        return kind is MentionKind.PERSON and chain.gender is not other
    if pronoun.is_they:
        if kind is MentionKind.OUTLET or _is_called_outlet(chain):
            # An outlet that only carries is not spoken of.
            return any(member.speaks for member in chain.members)
        return kind in (MentionKind.GROUP, MentionKind.ORGANISATION)
    if pronoun.is_it:
        if kind is MentionKind.DOCUMENT and _is_several(chain):
            return False
        return kind in (
            MentionKind.ORGANISATION,
            MentionKind.OUTLET,
            MentionKind.DOCUMENT,
            MentionKind.UNKNOWN,
        )
    return False


def _is_named_by_a_speaker(chain: Chain) -> bool:
    """Whether a report knows somebody by quoted words alone that begin with "my" or "our"."""
    return all(
        member.quotation >= 0 and fold_case(member.surface).startswith(_OWN)
        for member in chain.members
    )


def _is_called_outlet(chain: Chain) -> bool:
    """Whether a body's name is that of an outlet by its last word: "the Gazette"."""
    words = first_name(chain).key.split()
    return chain.kind is MentionKind.ORGANISATION and words[-1:] != [] and words[-1] in OUTLET_WORDS


def _is_several(chain: Chain) -> bool:
    """Whether a document is several: "46 posts", "the letters"."""
    words = chain.members[0].head.lower().split()
    return not chain.has_name and is_plural(words[-1])


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
