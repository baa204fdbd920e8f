"""Names with their kinds, read from the scores of all words of a text together."""

from typing import Final

import numpy as np

from whence.extract.interface import RawMention
from whence.extract.neural.bounds import draw_out, join_pairs, mend_ends
from whence.extract.neural.encoding import Encoding
from whence.extract.neural.layout import NAME_TAGS, NAME_TYPES, runs_of
from whence.extract.neural.page import Name, Page, Reals
from whence.extract.neural.session import Reading
from whence.extract.neural.settling import add_missed, settle_kinds
from whence.extract.neural.viterbi import Floats, best_tags_by_part
from whence.model import MentionKind

KINDS: Final = {
    "Person": MentionKind.PERSON,
    "Organization": MentionKind.ORGANISATION,
    "Location": MentionKind.PLACE,
    "Facility": MentionKind.PLACE,
    "NORP": MentionKind.GROUP,
}
SHARED: Final = 0.55
"""How far a word leans to what the same word is elsewhere in the text: 0 not at all, 1 wholly.

Chosen on ner_worldwide (dev 87.8 from 0 to 0.7, 87.2 with 1)."""
BIAS: Final = {
    "O": 0.1,
    "Person": -0.95,
    "Organization": -0.15,
    "Location": -0.2,
    "Facility": 0.35,
    "Misc": 0.8,
}
"""Added to the scores of a kind, so that as many names are missed as are made up.

Chosen on ner_worldwide, dev and a seventh of train; 0.2 more or less of one costs 0.2 at most.
"""

_BY_TAG: Final = np.array([BIAS.get(tag.partition("-")[2] or tag, 0.0) for tag in NAME_TAGS])


def find_names(reading: Reading, tables: Floats) -> list[RawMention]:
    """The people, bodies, places and peoples that a text names, in order.

    A name is what most of the text makes of it: words lean to what they are elsewhere, equal
    names get one kind, and a name that is seen once is found again.

    Args:
        reading: What the encoder sees.
        tables: Transitions between the tags of names, by kind of step.
    """
    text = reading.text
    scores = _share(text, reading.names) + _BY_TAG
    begins = np.flatnonzero(text.starts == 2)
    tags = best_tags_by_part(scores.astype(np.float32), text.crossing, tables, begins)
    page = Page(
        text=text,
        lowers=tuple(word.lower() for word in text.surfaces),
        evidence=_by_kind(scores),
    )
    names = mend_ends(page, [Name(*run) for run in runs_of(tags)])
    names = draw_out(page, settle_kinds(page, names))
    names = join_pairs(page, add_missed(page, names))
    return [_mention(page, name) for name in names if NAME_TYPES[name.kind] in KINDS]


def _share(text: Encoding, scores: Floats) -> Reals:
    """Logarithms of the tags' chances, with every name word leaning to what it is elsewhere.

    Only kinds are shared; whether a word begins a name or goes on with it stays its own.
    """
    own = scores.astype(np.float64)
    own -= np.logaddexp.reduce(own, axis=1, keepdims=True)
    kinds = _by_kind(own)
    numbers: dict[str, int] = {}
    which = np.array([numbers.setdefault(word, len(numbers)) for word in text.surfaces], np.int64)
    total = np.zeros((len(numbers), kinds.shape[1]))
    np.add.at(total, which, kinds)
    mean = total / np.maximum(1, np.bincount(which, minlength=len(numbers)))[:, None]
    named = np.array([word != word.lower() for word in text.surfaces], np.bool_)
    lean = np.where(named[:, None], SHARED * (mean[which] - kinds), 0.0)
    own[:, 0] += lean[:, 0]
    own[:, 1::2] += lean[:, 1:]
    own[:, 2::2] += lean[:, 1:]
    return own


def _by_kind(scores: Reals) -> Reals:
    """Words x kinds from words x tags; the first kind is none."""
    kinds: Reals = np.concatenate(
        [scores[:, :1], np.logaddexp(scores[:, 1::2], scores[:, 2::2])], axis=1
    )
    return kinds


def _mention(page: Page, name: Name) -> RawMention:
    mean = page.mean(name)
    chance = float(np.exp(mean[1 + name.kind] - np.logaddexp.reduce(mean)))
    return RawMention(
        span=page.text.span_of((name.first, name.last)),
        kind=KINDS[NAME_TYPES[name.kind]],
        score=round(chance, 4),
    )
