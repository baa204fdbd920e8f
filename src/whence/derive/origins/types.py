"""What this room passes on: hearings, what they are heard for, and the origins they make."""

from whence.model import Member, Node, OriginKind, Place, Span, Value


class Hearing(Value, frozen=True, kw_only=True):
    """Where the words of one attribution were heard, as far as its report says."""

    attribution: str
    report: str
    kind: OriginKind
    voice: str | None
    hearer: str | None = None
    """Key of the outlet that heard it; None for a public hearing and an unknown one."""
    is_public: bool = False
    """Open to all: a speech, a press conference, a release, a post, a document."""
    is_own: bool = False
    """The report says that it heard the voice itself."""
    is_heard: bool = False
    """"Told the Courier" rather than "the Courier reported"."""
    place: Place | None = None
    """The words that say so."""
    inherited: bool = False
    """Established elsewhere in the report for the same voice."""
    document: Node | None = None
    """What the words stand in: a paper, a written statement, a release of the set."""

    @property
    def place_words(self) -> Span | None:
        """Where in its report the words stand that say so: equal in equal texts."""
        return self.place.span if self.place else None

    @property
    def is_known(self) -> bool:
        """Whether anything says where the words were heard, or what they stand in."""
        return self.is_public or self.hearer is not None or self.document is not None

    @property
    def key(self) -> str:
        """Equal for equal hearings of one voice; unknown hearings differ by report."""
        if self.is_public:
            return f"public:{self.kind}"
        if self.document is not None:
            return f"document:{self.document.id}"
        return f"heard:{self.hearer}" if self.hearer is not None else f"unknown:{self.report}"


def rank_of(key: str) -> tuple[int, str]:
    """The order of hearings by their keys: public ones, documents, heard ones, unknown ones."""
    order = {"public": 0, "document": 1, "heard": 2, "unknown": 3}
    return order[key.split(":", 1)[0]], key


class Copies(Value, frozen=True, kw_only=True):
    """Which reports share a text with which."""

    near_verbatim: dict[str, frozenset[str]]
    """Report → reports that share near-verbatim words with it, whoever took from whom."""

    versions: dict[str, frozenset[str]] = {}
    """Report → reports that are the same text."""

    def is_version(self, a: str, b: str) -> bool:
        """Whether two reports are one text."""
        return a == b or b in self.versions.get(a, frozenset())

    def share(self, a: str, b: str) -> bool:
        """Whether two reports are one text, in whole or in long parts."""
        return a == b or b in self.near_verbatim.get(a, frozenset())


class Subject(Value, frozen=True, kw_only=True):
    """What a basis is asked for: a statement, or the figures of one measure that agree."""

    id: str
    hearings: tuple[Hearing, ...]
    support: tuple[Member, ...] = ()
    """Members of other statements that say the same."""
    likeness: tuple[str, ...] = ()
    """For each of these in words why it says the same."""
    figures: tuple[str, ...] = ()


class OriginGroup(Value, frozen=True, kw_only=True):
    """The hearings that rest on one origin."""

    keys: tuple[str, ...]
    """Names of the hearings put together here, voice included; equal over the whole story."""
    voice: str | None
    hearings: tuple[Hearing, ...]
    """Those of the reports, in order of report."""
    root: Hearing
    """The hearing that all of them go back to, as far as anything says."""
    merged: tuple[str, ...] = ()
    """Why hearings that name different hearers are held to be one."""
    loose: int = 0
    """Hearings in it that could be separate ones: they would raise the count."""
