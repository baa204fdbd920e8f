"""Scores attributions found in single reports, word by word and whole, against gold."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from whence.score.rates import Hits

ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
_WORD = re.compile(r"\w+|[^\w\s]")
_OPENING = "\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
_CLOSING = "\N{RIGHT DOUBLE QUOTATION MARK}"
_MARKS = _OPENING + _CLOSING + '"'


def _forms(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Forms of the words of saying, writing and telling that mark speech, fixed with the task.
SPEECH = _forms(
    """
    said say says saying told tell tells telling wrote write writes writing according tweeted
    tweets adds added adding asks asked claims claimed claiming argue argues argued arguing
    announces announced announcing reports reported reporting states stated stating notes noted
    noting explains explained insists insisted warns warned warning declared replied responded
    acknowledged admitted confirmed denied denies alleges alleged suggests suggested suggesting
    continued concluded revealed testified promised vowed pledged urged quoted quoting cited
    citing per recalled remarked declined refused accused accusing described describing called
    calling criticized criticizing
    """
)

Pieces = tuple[tuple[int, int], ...]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who is cited, by what words, with what content: pieces of characters of one text."""

    source: Pieces | None = ()
    cue: Pieces | None = ()
    content: Pieces | None = ()

    def pieces(self, role: str) -> Pieces:
        """The pieces of one role; none where the role is missing."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role] or ()


class GoldText(msgspec.Struct, frozen=True, kw_only=True):
    """One text with its gold attributions."""

    id: str
    text: str
    attributions: tuple[Attribution, ...] = ()


class SystemText(msgspec.Struct, frozen=True, kw_only=True):
    """The attributions that a system found in one text."""

    id: str
    attributions: tuple[Attribution, ...] = ()


class AttributionScore(msgspec.Struct, frozen=True, kw_only=True):
    """Hits by figure name, and how many gold texts had no system output."""

    rows: dict[str, Hits]
    texts: int
    missing: int

    def table(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1 in percent, with both totals, by figure name."""
        return {
            name: {
                "P": 100 * hits.system_right / hits.system if hits.system else 0.0,
                "R": 100 * hits.gold_right / hits.gold if hits.gold else 0.0,
                "F1": _f1(hits),
                "gold": hits.gold,
                "system": hits.system,
            }
            for name, hits in self.rows.items()
        }


def _f1(hits: Hits) -> float:
    """F1 in percent; nothing given and nothing asked counts 0, as the task fixes it."""
    precision = hits.system_right / hits.system if hits.system else 0.0
    recall = hits.gold_right / hits.gold if hits.gold else 0.0
    both = precision + recall
    return 200 * precision * recall / both if both else 0.0


class _Words:
    """The words of a text, whether each stands between quotation marks, and where lines break."""

    def __init__(self, text: str) -> None:
        matches = list(_WORD.finditer(text))
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.forms = [match.group() for match in matches]
        self.real = [any(c.isalnum() or c in "$%#@" for c in form) for form in self.forms]
        self.breaks: list[bool] = []
        self.quoted: list[bool] = []
        inside, last = False, 0
        for start, end, form in zip(self.starts, self.ends, self.forms, strict=True):
            broken = "\n" in text[last:start]
            inside = (inside and not broken) or form in _OPENING
            self.breaks.append(broken)
            self.quoted.append(inside or form in _MARKS)
            inside = inside != (form == '"') and form != _CLOSING
            last = end

    def at(self, pieces: Pieces) -> tuple[int, ...]:
        """The numbers of the words that any piece touches."""
        found: set[int] = set()
        for start, end in pieces:
            found.update(i for i in self._between(start, end))
        return tuple(sorted(found))

    def _between(self, start: int, end: int) -> range:
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.ends[middle] > start else (middle + 1, high)
        last = low
        while last < len(self.starts) and self.starts[last] < end:
            last += 1
        return range(low, last)

    def runs(self, numbers: Iterable[int]) -> set[tuple[int, int]]:
        """The unbroken runs of words, cut where a line breaks."""
        runs: list[list[int]] = []
        for number in numbers:
            if runs and number == runs[-1][-1] + 1 and not self.breaks[number]:
                runs[-1].append(number)
            else:
                runs.append([number])
        return {(run[0], run[-1]) for run in runs}

    def kind(self, content: Iterable[int]) -> str:
        """Direct, mixed or indirect, by the share of words that stand between marks."""
        real = [self.quoted[number] for number in content if self.real[number]]
        share = sum(real) / len(real) if real else 0
        return "direct" if share >= 0.9 else "mixed" if share else "indirect"


class _Marked(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution as numbers of words."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]

    def role(self, name: str) -> tuple[int, ...]:
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


def score_attributions(gold: Iterable[GoldText], system: Iterable[SystemText]) -> AttributionScore:
    """Every figure over the gold texts; a text without system output counts as empty.

    Attributions without cue or content are left out on both sides.
    """
    outputs: Mapping[str, SystemText] = {text.id: text for text in system}
    rows: dict[str, Hits] = {}
    texts = missing = 0
    for text in gold:
        texts += 1
        missing += text.id not in outputs
        words = _Words(text.text)
        wanted = _mark(words, text.attributions)
        given = _mark(words, outputs[text.id].attributions if text.id in outputs else ())
        for name, hits in _score_text(words, wanted, given).items():
            rows[name] = rows[name] + hits if name in rows else hits
    return AttributionScore(rows=rows, texts=texts, missing=missing)


def _mark(words: _Words, attributions: Iterable[Attribution]) -> list[_Marked]:
    marked = [
        _Marked(**{role: words.at(attribution.pieces(role)) for role in ROLES})
        for attribution in attributions
    ]
    return [attribution for attribution in marked if attribution.cue and attribution.content]


def _score_text(words: _Words, wanted: list[_Marked], given: list[_Marked]) -> dict[str, Hits]:
    rows: dict[str, Hits] = {}
    for role in ROLES:
        mine = {number for item in wanted for number in item.role(role)}
        theirs = {number for item in given for number in item.role(role)}
        rows[f"token {role}"] = Hits.of(len(mine & theirs), len(theirs), len(mine))
        runs = {run for item in wanted for run in words.runs(item.role(role))}
        other = {run for item in given for run in words.runs(item.role(role))}
        rows[f"span {role}"] = Hits.of(len(runs & other), len(other), len(runs))
    rows |= _score_whole(words, wanted, given, prefix="")
    spoken = _only_speech(words, wanted), _only_speech(words, given)
    return rows | _score_whole(words, *spoken, prefix="speech ")


def _only_speech(words: _Words, attributions: list[_Marked]) -> list[_Marked]:
    return [
        attribution
        for attribution in attributions
        if any(words.forms[number].lower() in SPEECH for number in attribution.cue)
    ]


def _score_whole(
    words: _Words, wanted: list[_Marked], given: list[_Marked], *, prefix: str
) -> dict[str, Hits]:
    """Whole attributions: all roles equal, and softly, in all and by kind of content."""
    same = (_exact(words, wanted) & _exact(words, given)).total()
    rows = {f"{prefix}full exact": Hits.of(same, len(given), len(wanted))}
    pairs = _match(wanted, given)
    rows[f"{prefix}soft"] = Hits.of(len(pairs), len(given), len(wanted))
    mine = [words.kind(item.content) for item in wanted]
    theirs = [words.kind(item.content) for item in given]
    for kind in KINDS:
        rows[f"{prefix}soft {kind}"] = Hits(
            system_right=sum(theirs[other] == kind for _, other in pairs),
            system=theirs.count(kind),
            gold_right=sum(mine[number] == kind for number, _ in pairs),
            gold=mine.count(kind),
        )
    return rows


def _exact(words: _Words, attributions: list[_Marked]) -> Counter[tuple[tuple[int, ...], ...]]:
    return Counter(
        tuple(tuple(n for n in item.role(role) if words.real[n]) for role in ROLES)
        for item in attributions
    )


def _match(wanted: list[_Marked], given: list[_Marked]) -> list[tuple[int, int]]:
    """Pairs of the greedy one-to-one match: content F1 of a half, and a shared source word."""
    found: list[tuple[float, int, int]] = []
    sides = [
        [(set(i.source), set(i.cue), set(i.content)) for i in side] for side in (wanted, given)
    ]
    for number, (source, cue, content) in enumerate(sides[0]):
        for other, (their_source, their_cue, their_content) in enumerate(sides[1]):
            both = len(content & their_content)
            overlap = 2 * both / (len(content) + len(their_content))
            same_source = source & their_source or not (source or their_source)
            if overlap >= 0.5 and same_source:
                found.append((overlap + bool(cue & their_cue), number, other))
    pairs: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, number, other in sorted(found, reverse=True):
        if number not in used[0] and other not in used[1]:
            pairs.append((number, other))
            used[0].add(number)
            used[1].add(other)
    return pairs
