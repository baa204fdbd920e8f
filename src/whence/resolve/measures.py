"""What speaks for a chain as the meaning of a pronoun: one measure each, 0 for nothing."""

import math
from collections.abc import Callable
from dataclasses import dataclass

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
    recent: int
    """How often it was spoken of in the pronoun's sentence and the one before."""
    is_last_subject: bool
    """Whether no other chain was a subject after it."""
    opened_before: bool
    """Whether it was the first that the sentence before spoke of."""
    spoke_last: bool
    """Whether it spoke in the attribution before."""
    tells_whose: bool
    """Whether it was named last only to say who somebody else is: "Brand's sister"."""

    @property
    def sentences(self) -> int:
        """Sentences between the two; 0 in the same one."""
        return self.pronoun.sentence - self.nearest.sentence

    @property
    def is_cataphoric(self) -> bool:
        """Whether the chain is named only after the pronoun."""
        return self.nearest.span.start > self.pronoun.span.start


LEAST_CHANCE = 0.4
"""Of an extractor's antecedent; one less likely than that tells nothing (GAP dev 71.7 with
this bound, 71.7 without it)."""

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


def tells_whose(s: Situation) -> float:
    """The name only says who somebody else is: of "Brand's sister, Lea Holm" Holm is spoken of."""
    return float(s.tells_whose)


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


def speaker_goes_on(s: Situation) -> float:
    """It spoke last, and no other has been named since in another paragraph."""
    return float(s.spoke_last and s.pronoun.quotation < 0 and (s.rank == 0 or _beside(s)))


def speaks_again(s: Situation) -> float:
    """He or she who spoke last in the pronoun's paragraph, and the pronoun speaks.

    It weighs as much as a name that returns: an unnamed source has none.
    """
    is_speaker = s.pronoun.speaks and (s.pronoun.wants_woman or s.pronoun.wants_man)
    return float(s.spoke_last and is_speaker and s.pronoun.quotation < 0 and _beside(s))


def _beside(s: Situation) -> bool:
    return s.nearest.paragraph == s.pronoun.paragraph


def speaker_of_quotation(s: Situation) -> float:
    """Inside a quotation the speaker is "I", not "he" or "she"."""
    return float(s.spoke_last and s.pronoun.quotation >= 0)


def inside_other_quotation(s: Situation) -> float:
    """The name stands in a quotation, the pronoun outside."""
    return float(s.nearest.quotation >= 0 and s.pronoun.quotation < 0)


def same_paragraph(s: Situation) -> float:
    """Both stand in one paragraph."""
    return float(_beside(s))


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


def named_ahead_of_owner(s: Situation) -> float:
    """A possessive pronoun before the name ("in her book, Brand wrote")."""
    return float(s.is_cataphoric and s.slot is Slot.POSSESSOR)


def extractor_points(s: Situation) -> float:
    """The extractor takes the pronoun to stand for a mention of this chain."""
    antecedent = s.pronoun.mention.antecedent
    if antecedent is None or s.pronoun.mention.antecedent_score < LEAST_CHANCE:
        return 0.0
    meant = s.chain.last_before(antecedent.end + 1)
    is_meant = meant is not None and meant.span.overlaps(antecedent)
    return s.pronoun.mention.antecedent_score if is_meant else 0.0


def opened_sentence_before(s: Situation) -> float:
    """The sentence before began with it."""
    return float(s.opened_before)


def last_subject(s: Situation) -> float:
    """The last subject before the pronoun."""
    return float(s.is_last_subject)


def subject_after_last_subject(s: Situation) -> float:
    """A subject pronoun, and the last subject before it."""
    return float(s.is_last_subject and s.slot is Slot.SUBJECT)


def spoken_of_lately(s: Situation) -> float:
    """The sentences at hand speak of it again and again."""
    return min(s.recent, 4) / 2


def object_before_subject(s: Situation) -> float:
    """A subject pronoun, and a name that is an object or follows a preposition."""
    return float(
        s.slot is Slot.SUBJECT and s.nearest_slot in (Slot.OBJECT, Slot.OBLIQUE, Slot.OTHER)
    )


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
