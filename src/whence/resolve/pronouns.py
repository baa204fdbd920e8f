"""Which chain a pronoun means: evidence functions over the chains named near it, weighted."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from whence.lexicon.people import Gender
from whence.model import MentionKind
from whence.resolve.chains import Chain
from whence.resolve.references import Layout, Reference
from whence.resolve.syntax import Slot


@dataclass(frozen=True, slots=True)
class Situation:
    """A pronoun and one chain that it may mean."""

    layout: Layout
    pronoun: Reference
    slot: Slot
    chain: Chain
    nearest: Reference
    """The chain's member next to the pronoun: the last before it, else the first after it."""
    nearest_slot: Slot
    rank: int
    """How many other chains that fit were named between the two."""
    mentions: int
    """How often the chain was named before the pronoun."""
    most: int
    """How often the chain named most was."""
    spoke_last: bool
    """Whether it spoke in the attribution before."""

    @property
    def sentences(self) -> int:
        """Sentences between the two; 0 in the same one."""
        return self.pronoun.sentence - self.nearest.sentence

    @property
    def is_cataphoric(self) -> bool:
        """Whether the chain is named only after the pronoun."""
        return self.nearest.span.start > self.pronoun.span.start


Measure = Callable[[Situation], float]


def same_sentence(s: Situation) -> float:
    """The name stands in the same sentence."""
    return float(s.sentences == 0)


def previous_sentence(s: Situation) -> float:
    """The name stands in the sentence before."""
    return float(s.sentences == 1)


def far_away(s: Situation) -> float:
    """The name stands three sentences away or more."""
    return min(max(0, s.sentences - 2), 6) / 3


def rank_between(s: Situation) -> float:
    """Others were named between the name and the pronoun."""
    return min(s.rank, 4) / 2


def is_subject(s: Situation) -> float:
    """The name is the subject of its clause."""
    return float(s.nearest_slot is Slot.SUBJECT)


def is_possessor(s: Situation) -> float:
    """The name only owns something there."""
    return float(s.nearest_slot is Slot.POSSESSOR)


def is_oblique(s: Situation) -> float:
    """The name follows a preposition."""
    return float(s.nearest_slot is Slot.OBLIQUE)


def parallel_subject(s: Situation) -> float:
    """Both are subjects."""
    return float(s.slot is Slot.SUBJECT and s.nearest_slot is Slot.SUBJECT)


def parallel_object(s: Situation) -> float:
    """Neither is a subject."""
    both = (Slot.OBJECT, Slot.OBLIQUE)
    return float(s.slot in both and s.nearest_slot in both)


def parallel_possessor(s: Situation) -> float:
    """Both own something."""
    return float(s.slot is Slot.POSSESSOR and s.nearest_slot is Slot.POSSESSOR)


def owner_is_subject(s: Situation) -> float:
    """A possessive pronoun, and the subject of the same sentence."""
    return float(s.slot is Slot.POSSESSOR and s.nearest_slot is Slot.SUBJECT and s.sentences == 0)


def object_of_own_clause(s: Situation) -> float:
    """An object pronoun can't mean the subject of its own clause."""
    return float(
        s.slot in (Slot.OBJECT, Slot.OBLIQUE)
        and s.sentences == 0
        and s.nearest_slot is Slot.SUBJECT
        and not s.pronoun.pronoun.endswith("self")
        and s.rank == 0
        and not any(mark in between(s) for mark in (",", " that ", " who ", " and "))
    )


def opens_sentence(s: Situation) -> float:
    """The name opens its sentence."""
    start = s.layout.sentences[s.nearest.sentence].start if s.layout.sentences else 0
    return float(0 <= s.nearest.span.start - start <= 2)


def named_often(s: Situation) -> float:
    """The report speaks of this person most."""
    return s.mentions / max(1, s.most)


def named_first(s: Situation) -> float:
    """The report names this person first."""
    return float(s.chain.number == 0 or s.chain.members[0].index == 0)


def known_gender(s: Situation) -> float:
    """Title, role or given name tells the same gender."""
    return float(s.chain.gender in (Gender.WOMAN, Gender.MAN))


def has_name(s: Situation) -> float:
    """The chain has a name, not a description alone."""
    return float(s.chain.has_name)


def named_after(s: Situation) -> float:
    """The name follows only after the pronoun."""
    return float(s.is_cataphoric)


def distance(s: Situation) -> float:
    """The further away, the less likely."""
    gap = abs(s.pronoun.span.start - s.nearest.span.end)
    return math.log1p(gap) / 5


def nearest_is_pronoun(s: Situation) -> float:
    """The chain was last spoken of by a pronoun of the same form."""
    return float(bool(s.nearest.pronoun) and not s.is_cataphoric)


def speaker_goes_on(s: Situation) -> float:
    """It spoke last, and the pronoun speaks again."""
    return float(s.spoke_last and s.pronoun.quotation < 0)


def speaker_of_quotation(s: Situation) -> float:
    """Inside a quotation the speaker is "I", not "he" or "she"."""
    return float(s.spoke_last and s.pronoun.quotation >= 0)


def inside_other_quotation(s: Situation) -> float:
    """The name stands in a quotation, the pronoun outside."""
    return float(s.nearest.quotation >= 0 and s.pronoun.quotation < 0)


def same_paragraph(s: Situation) -> float:
    """Both stand in one paragraph."""
    return float(s.nearest.paragraph == s.pronoun.paragraph)


def next_to(s: Situation) -> float:
    """Nobody else that fits was named between."""
    return float(s.rank == 0)


def subject_goes_on(s: Situation) -> float:
    """The subject of the sentence before, and the pronoun is a subject too."""
    return float(s.sentences == 1 and s.slot is Slot.SUBJECT and s.nearest_slot is Slot.SUBJECT)


def owner_beside(s: Situation) -> float:
    """A possessive pronoun, and the name next to it in the same sentence."""
    return float(s.slot is Slot.POSSESSOR and s.sentences == 0 and s.rank == 0)


def named_in_all(s: Situation) -> float:
    """The name returns in the report, before or after."""
    return min(s.chain.named, 5) / 5


def owner_of_own_clause(s: Situation) -> float:
    """A subject pronoun after a name that only owns something or follows a preposition."""
    return float(
        s.slot is Slot.SUBJECT and s.nearest_slot in (Slot.OBLIQUE, Slot.POSSESSOR) and s.rank == 0
    )


def named_ahead_of_owner(s: Situation) -> float:
    """A possessive pronoun before the name ("in her book, Vey wrote")."""
    return float(s.is_cataphoric and s.slot is Slot.POSSESSOR)


def extractor_points(s: Situation) -> float:
    """The extractor takes the pronoun to stand for a mention of this chain."""
    antecedent = s.pronoun.mention.antecedent
    if antecedent is None:
        return 0.0
    meant = s.chain.last_before(antecedent.end + 1)
    is_meant = meant is not None and meant.span.overlaps(antecedent)
    return s.pronoun.mention.antecedent_score if is_meant else 0.0


def only_a_guess(s: Situation) -> float:
    """Nothing tells that the name is a person's or a body's."""
    return float(s.chain.kind is MentionKind.UNKNOWN)


def is_body(s: Situation) -> float:
    """A body is rarely "they"."""
    return float(s.pronoun.is_they and s.chain.kind is not MentionKind.GROUP)


def between(s: Situation) -> str:
    """The text between the name and the pronoun, in lower case."""
    low, high = sorted((s.nearest.span, s.pronoun.span))
    return s.layout.text[low.end : min(high.start, low.end + 300)].lower()


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
