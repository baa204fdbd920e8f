"""The settings of one training run."""

from dataclasses import asdict, dataclass, field

ATTRIBUTION = "attribution"
NAMES = "names"
COREFERENCE = "coreference"
PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that decides what a run gives, besides the data and the machine."""

    name: str = "first"
    after: str | None = None
    """The run whose weights this one begins with; the pretrained encoder's if none."""
    heads: int = 12
    """Attention heads in a layer; where the run before has more, the most important stay."""
    inner: int = 1536
    """Inner neurons in a layer; the same."""
    seed: int = 1
    rounds: int = 6
    """The run is cut into this many rounds; data sets are spread evenly over them."""
    passes: dict[str, float] = field(
        default_factory=lambda: {
            "polnear": 6.0,
            "ner_worldwide": 1.7,
            "gap": 2.6,
            "gum": 0.9,
            "litbank": 0.4,
        }
    )
    """How often each data set is read over the whole run."""
    lengths: tuple[int, ...] = (224, 256, 256, 288, 320, 352)
    """Sizes of windows, in pieces; one is drawn for each document and round."""
    short_share: float = 0.08
    """Share of documents cut into short windows instead, as headlines and crops are."""
    short_length: int = 72
    positions: int = 2816
    """Pieces in a batch, padding included."""
    rate: float = 2e-4
    head_rate: float = 8e-4
    table_rate: float = 5e-3
    meaning_rate: float = 1e-3
    warm_up: int = 100
    last_step: int | None = 1750
    """Stop here instead of at the end of the rounds, with the rates led to zero."""
    cool_down: int = 300
    """Steps over which an early stop leads the rates to zero."""
    frozen: tuple[tuple[int, int], ...] = ((1000, 2), (1600, 3))
    """From which step on how many of the lowest layers, with all below them, learn no more."""
    weight_decay: float = 0.03
    clip: float = 1.0
    dropout: float = 0.12
    masked: float = 0.06
    """Share of pieces hidden, and, drawn apart, of word shapes blanked."""
    restyled: float = 0.25
    """Share of windows whose double quotation marks are printed another way."""
    renamed: float = 0.25
    """Share of windows in which the commonest surnames are exchanged for others."""
    smoothing: float = 0.05
    word_weight: float = 0.3
    link_weight: float = 0.25
    false_cue_weight: float = 0.15
    name_weight: float = 0.6
    coreference_weight: float = 0.4
    meaning_weight: float = 0.0
    """Of the head that keeps what sentences mean to the pretrained encoder."""
    states_weight: float = 0.0
    """Of the distance between last states and those after the run before, its teacher."""
    scores_weight: float = 0.0
    """Of the distance between scores of tags and the teacher's."""

    def as_dict(self) -> dict[str, object]:
        """The settings as plain values, kept beside each checkpoint."""
        return asdict(self)


FIRST = Recipe()
SECOND = Recipe(
    name="second",
    after="first",
    seed=2,
    passes={"polnear": 5.6, "ner_worldwide": 3.0, "gap": 1.0, "gum": 0.3, "litbank": 0.1},
    rate=1.5e-4,
    head_rate=6e-4,
    last_step=None,
    frozen=((1, 1), (2200, 3)),
    dropout=0.13,
    meaning_weight=0.2,
)
"""More of the same from another draw: attribution flattens only after some ten passes."""
THIRD = Recipe(
    name="third",
    after="second",
    seed=3,
    heads=8,
    inner=640,
    passes={
        "polnear": 6.0,
        "ner_worldwide": 2.6,
        "gap": 4.0,
        "gum": 0.5,
        "newsdiscourse": 2.0,
        "fnc": 2.0,
        "basil": 2.0,
    },
    rate=2.5e-4,
    head_rate=4e-4,
    table_rate=2e-3,
    last_step=None,
    frozen=(),
    dropout=0.05,
    masked=0.04,
    meaning_weight=0.2,
    states_weight=1.0,
    scores_weight=1.0,
)
"""A network with half the products, which learns from the second's as well as from the gold."""
RUNS = (FIRST, SECOND, THIRD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """How the network of the last run is taught what wordings mean."""

    name: str = "wordings"
    after: str = "third"
    seed: int = 4
    passes: int = 8
    """How often the stories are read."""
    tales: int = 2
    """Stories in a batch."""
    rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: int = 30
    weight_decay: float = 0.01
    clip: float = 1.0
    dropout: float = 0.05
    temperature: float = 0.07
    news: tuple[str, ...] = ("polnear", "ner_worldwide", "newsdiscourse", "fnc")
    """Data sets in whose texts nothing else may change."""
    documents: int = 300
    """Of each of these."""
    windows: int = 6
    """In a batch."""
    length: int = 256
    states_weight: float = 2.0
    scores_weight: float = 1.0
    share: float = 0.6
    """How far the encoder's weights go from what they were to what they became."""


TUNING = Tuning()
