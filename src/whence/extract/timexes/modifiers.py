"""Words that narrow an expression: ``early``, ``late``, ``mid-``, ``more than``, ``about``."""

from whence.extract.numerals import Tokens
from whence.extract.timexes import periods, years
from whence.extract.timexes.composed import date_at
from whence.extract.timexes.lengths import from_vague
from whence.extract.timexes.nominal import the_hours
from whence.extract.timexes.phrases import Clock, Fixed, Month, Offset, Phrase, Season, Weekday
from whence.extract.timexes.rules import DATE, DURATION, SET, TIME, rule_at
from whence.extract.timexes.words import DAY_PARTS, DECADES, SEASONS, UNITS


def early_late(tokens: Tokens, i: int) -> Phrase | None:
    """``early next year``, ``late yesterday``, ``mid-November``, ``earlier this month``."""
    word = tokens.word[i]
    hours = the_hours(tokens, i) if word in ("early", "late", "small", "wee") else None
    if hours:
        return hours
    j = i + 1
    if tokens.at(j) == "-" and tokens.is_tight(j):
        j += 1
    if tokens.at(j) in ("on", "in") and word in ("early", "late", "earlier", "later"):
        j += 1
    k = j + 1 if tokens.at(j) == "the" else j
    inner = rule_at(tokens, j)
    if inner is None and tokens.at(j) in SEASONS:
        inner = periods.season_phrase(tokens, j)
    if inner is None and k == j and (tokens.at(j)[:1].isdecimal() or tokens.at(j) in DECADES):
        inner = years.decade_phrase(tokens, j)
    if inner is None and tokens.at(j) in DAY_PARTS and word in ("mid", "early", "late"):
        return _mid_part(tokens, i, j)
    if inner is None or inner.type not in (DATE, TIME) or inner.mod is not None:
        return None
    if isinstance(inner.meaning, Fixed) and inner.meaning.value.endswith("_REF"):
        return None
    if (
        word in ("earlier", "later")
        and not isinstance(inner.meaning, Offset | Weekday | Clock | Season)
        and (tokens.at(i - 1) not in ("in",) or not isinstance(inner.meaning, Month))
    ):
        return None
    mod = {"early": "START", "earlier": "START", "mid": "MID", "later": "END"}.get(word, "END")
    if word == "mid" and isinstance(inner.meaning, Weekday | Offset):
        return None
    return inner._replace(first=i, mod=mod)


def _mid_part(tokens: Tokens, i: int, j: int) -> Phrase | None:
    """``mid-afternoon yesterday``, ``early evening``."""
    code = "T" + DAY_PARTS[tokens.word[j]]
    mod = {"mid": "MID", "early": "START", "late": "END"}[tokens.word[i]]
    k = j + 1
    if tokens.at(k) == "on":
        k += 1
    inner = date_at(tokens, k)
    if inner and inner.type is DATE:
        return Phrase(i, inner.stop, TIME, Clock(inner.meaning, code), mod)
    if tokens.word[i] == "mid" and tokens.at(i + 1) == "-":
        return Phrase(i, j + 1, TIME, Clock(None, code), mod)
    return None


_HEDGES: dict[tuple[str, ...], str] = {
    ("more", "than"): "MORE_THAN", ("longer", "than"): "MORE_THAN", ("over",): "MORE_THAN",
    ("less", "than"): "LESS_THAN", ("fewer", "than"): "LESS_THAN", ("under",): "LESS_THAN",
    ("nearly",): "EQUAL_OR_LESS", ("almost",): "LESS_THAN", ("about",): "APPROX",
    ("around",): "APPROX", ("roughly",): "APPROX", ("approximately",): "APPROX",
    ("some",): "APPROX", ("at", "least"): "EQUAL_OR_MORE", ("up", "to"): "EQUAL_OR_LESS",
    ("no", "more", "than"): "EQUAL_OR_LESS", ("not", "more", "than"): "EQUAL_OR_LESS",
    ("at", "most"): "EQUAL_OR_LESS", ("no", "longer", "than"): "EQUAL_OR_LESS",
    ("just", "over"): "MORE_THAN", ("just", "under"): "LESS_THAN", ("close", "to"): "APPROX",
    ("well", "over"): "MORE_THAN", ("as", "long", "as"): "EQUAL_OR_LESS",
    ("no", "less", "than"): "EQUAL_OR_MORE", ("circa",): "APPROX",
}  # fmt: skip


def _by_first() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Hedges by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, mod in sorted(_HEDGES.items(), key=lambda item: -len(item[0])):
        found.setdefault(words[0], []).append((words, mod))
    return found


HEDGE_STARTS = _by_first()


def hedged(tokens: Tokens, i: int) -> Phrase | None:
    """``more than four hours``, ``about two years ago``, ``around Nov. 1``."""
    for words, mod in HEDGE_STARTS[tokens.word[i]]:
        if all(tokens.at(i + n) == word for n, word in enumerate(words)):
            j = i + len(words)
            inner = rule_at(tokens, j)
            if inner is None or inner.mod not in (None, "APPROX") or inner.type is SET:
                return None
            if inner.type is DURATION and tokens.at(j) in (
                *UNITS,
                "the",
                "several",
                "few",
                "last",
                "past",
            ):
                return None
            if words == ("over",) and tokens.at(j) in ("the", "a", "an") and inner.type is DURATION:
                return None
            if inner.type is DATE and isinstance(inner.meaning, Offset):
                if inner.meaning.amount >= 0 or tokens.at(j) in ("last", "this", "yesterday"):
                    return None
                if words == ("over",) and tokens.at(j) == "the":
                    return None
                side = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod, "APPROX")
                return inner._replace(first=i, mod=side)
            if inner.type in (DATE, TIME) and (mod != "APPROX" or words == ("some",)):
                return None
            if inner.type is DATE and isinstance(inner.meaning, Weekday | Season):
                return None
            if isinstance(inner.meaning, Fixed) and inner.meaning.value.endswith("_REF"):
                return None
            return inner._replace(first=i, mod=mod)
    return None


def some(tokens: Tokens, i: int) -> Phrase | None:
    """``some 20 years``, ``some weeks ago``."""
    return hedged(tokens, i) or from_vague(tokens, i)
