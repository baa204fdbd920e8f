"""The single pass over the tokens: which expression begins where, with its modifiers."""

from collections.abc import Callable

from whence.extract.numerals import NUMBER_WORDS, Tokens
from whence.extract.timexes import dates, durations, relative
from whence.extract.timexes.clock import ClockTime, city_zone_at, parse_clock, zone_at
from whence.extract.timexes.phrases import (
    Clock,
    Fixed,
    Month,
    Offset,
    Phrase,
    Quarter,
    Season,
    Weekday,
)
from whence.extract.timexes.words import (
    ADVERBS,
    DAY_PARTS,
    DECADES,
    MONTHS,
    ORDINALS,
    SEASONS,
    SETS,
    UNITS,
    WEEKDAYS,
)
from whence.model import TimexType

DATE, TIME, DURATION, SET = TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET
Rule = Callable[[Tokens, int], Phrase | None]


def find_phrases(tokens: Tokens) -> list[Phrase]:
    """Every time expression, the longest reading at each place, none overlapping."""
    found: list[Phrase] = []
    words, count = tokens.word, len(tokens)
    rules = _RULES
    i = 0
    while i < count:
        word = words[i]
        rule = rules.get(word)
        if rule is None and "0" <= word[0] <= "9":
            rule = _from_digits
        phrase = rule(tokens, i) if rule else None
        if phrase is None:
            i += 1
            continue
        found.append(phrase)
        i = max(phrase.stop, i + 1)
    return found


# What may begin at a token, without modifiers ------------------------------------------------


def _from_digits(tokens: Tokens, i: int) -> Phrase | None:
    if _is_part_of_number(tokens, i):
        return None
    clock = parse_clock(tokens, i)
    if clock:
        return _clock_and_date(tokens, i, clock)
    return (
        _dated(tokens, dates.numeric_date(tokens, i))
        or _dated(tokens, dates.day_first(tokens, i))
        or dates.century_phrase(tokens, i)
        or dates.quarter_phrase(tokens, i)
        or durations.times_phrase(tokens, i)
        or _length(tokens, i)
        or dates.year_phrase(tokens, i)
    )


def _is_part_of_number(tokens: Tokens, i: int) -> bool:
    """``555-2019``, ``$1990``, ``No. 1998``: digits that belong to what stands before them."""
    before = tokens.at(i - 1)
    if not before:
        return False
    if before in "$£€¥₹#":
        return True
    if tokens.is_tight(i) and (
        before.isalpha() and before not in ("q", "h", "fy") or before in "+@/"
    ):
        return True
    return (
        before == "-"
        and tokens.is_tight(i)
        and tokens.is_tight(i - 1)
        and (
            len(tokens.word[i]) < 4
            and not tokens.at(i - 2).isdecimal()
            and tokens.at(i - 2) != "mid"
        )
    )


def _from_number_word(tokens: Tokens, i: int) -> Phrase | None:
    clock = parse_clock(tokens, i)
    if clock:
        return _clock_and_date(tokens, i, clock)
    if tokens.word[i] in ("nineteen", "eighteen", "twenty"):
        year = dates.year_phrase(tokens, i)
        if year:
            return year
    found = durations.times_phrase(tokens, i) or _length(tokens, i)
    if found and tokens.word[i] == "one" and found.stop == i + 2 and tokens.at(i + 1) == "day":
        if tokens.at(i + 2) not in (",", ".", "after", "before"):
            return found
    return found


def _length(tokens: Tokens, i: int) -> Phrase | None:
    length = durations.parse_length(tokens, i)
    if length is None:
        return None
    phrase = relative.length_phrase(tokens, i, length)
    if phrase:
        return _dated(tokens, phrase)
    plain = durations.duration_phrase(tokens, i, length)
    if _is_future_in(tokens, i, plain.stop) and length.amount is not None:
        kind = TIME if length.unit in ("TH", "TM", "TS") else DATE
        return Phrase(i, plain.stop, kind, Offset(length.unit, length.amount), plain.mod)
    return plain


def _is_future_in(tokens: Tokens, i: int, stop: int) -> bool:
    """``ends in five days``: after in, where nothing says that it took so long."""
    if tokens.at(i - 1) != "in" or tokens.at(stop) in ("of", "-", "'", "after", "before"):
        return False
    j = i - 2
    while j >= 0 and i - j < 14 and tokens.word[j] not in (".", "\n", ";", "!", "?"):
        word = tokens.word[j]
        if word in _FUTURE_IN:
            return True
        if word.endswith("ed") or word in (
            "was",
            "were",
            "had",
            "has",
            "have",
            "first",
            "did",
            "time",
        ):
            return word == "redeemed"
        j -= 1
    return False


_FUTURE_IN = frozenset(
    "will shall would ends begins starts opens returns due expires resumes closes expected plans "
    "arrives meets comes leaves 'll he'll she'll they'll we'll i'll it'll can may could".split()
)


def _from_article(tokens: Tokens, i: int) -> Phrase | None:
    """``a`` and ``an``: a length (``a year ago``), or nothing."""
    word = tokens.at(i + 1)
    if word in UNITS or word in _AFTER_A:
        before = tokens.at(i - 1)
        length = _length(tokens, i)
        if (
            word == "minute"
            and tokens.at(i + 2).isalpha()
            and tokens.at(i + 2) not in _AFTER_MINUTE
        ):
            return None
        if length and length.type is DURATION and length.stop == i + 2:
            if before in ("half", "once", "twice", "times") or _is_rate(tokens, i):
                return None
            if (
                tokens.at(i + 2) == "of"
                and word == "day"
                or word == "minute"
                and before in ("just", "wait")
            ):
                return None
            if before in (
                "such",
                "what",
                "quite",
                "as",
                "not",
                "is",
                "was",
                "be",
                "had",
                "have",
            ):
                return None
        return length
    return None


_AFTER_MINUTE = frozenset(
    "of later ago and or to before after for in at from more is was when until with on as by but "
    "late early past the earlier".split()
)
_AFTER_A = frozenset(
    (*NUMBER_WORDS, "couple", "few", "half", "quarter", "full", "whole", "single", "good", "mere",
     "further", "solid", "several", "great")
)  # fmt: skip


def _is_rate(tokens: Tokens, i: int) -> bool:
    """``$5 million a year``, ``four flights a week``: how often, not how long."""
    before = tokens.at(i - 1)
    if before in _BEFORE_LENGTH or not before:
        return False
    return (
        before[:1].isdecimal()
        or before in _RATED
        or (
            before.endswith("s")
            and before not in _NOT_RATED
            and len(before) > 3
            and before.isalpha()
        )
    )


_BEFORE_LENGTH = frozenset(
    "for in within after over about nearly almost than least most barely only just some under until "
    "till past during lasted took spent last less more of and or but , ; - ( \n".split()
    + ["\n"]
)
_RATED = frozenset(
    "% percent cent million billion trillion thousand hundred times tons people".split()
)
_NOT_RATED = frozenset(
    ("was", "is", "has", "this", "takes", "lasts", "spends", "less", "costs", "its")
)


def _from_half(tokens: Tokens, i: int) -> Phrase | None:
    return _length(tokens, i)


def _from_vague(tokens: Tokens, i: int) -> Phrase | None:
    """``several weeks``, ``some time``, ``many years ago``."""
    if tokens.word[i] == "some" and tokens.at(i + 1) == "time":
        return None
    return _length(tokens, i)


def _from_plural_unit(tokens: Tokens, i: int) -> Phrase | None:
    """``years``, ``weeks later``, ``days after the conflict began``: a length without a number."""
    word = tokens.word[i]
    unit = UNITS[word]
    before = tokens.at(i - 1)
    if before == "-" or tokens.at(i + 1) in ("old", "-") and tokens.at(i + 2) in ("old", ""):
        return None
    length = durations.Length(None, unit, i + 1)
    if tokens.at(i + 1) == "or" and tokens.at(i + 2) in UNITS:
        return Phrase(i, i + 3, DURATION, Fixed(durations.duration_value(None, unit)), "APPROX")
    if tokens.at(i + 1) == "-" and tokens.at(i + 2) == "long":
        return Phrase(i, i + 3, DURATION, Fixed(durations.duration_value(None, unit)))
    found = relative.length_phrase(tokens, i, length)
    if found:
        if found.anchor is None and tokens.at(i + 1) in ("before", "after", "earlier"):
            return None
        return found
    if before in ("for", "within", "lasted", "last", "took", "take", "takes", "taken", "after", "spent",
                  "over", "slept", "waited", "lasting", "spend", "recent", "coming", "many"):  # fmt: skip
        if unit != "N" and (tokens.at(i + 1) != "of" or before in ("after", "for", "within")):
            return Phrase(i, i + 1, DURATION, Fixed(durations.duration_value(None, unit)))
    return None


def _from_the(tokens: Tokens, i: int) -> Phrase | None:
    """Nouns of time that take an article: ``the past three years``, ``the end of 1990``, ``the weekend``."""
    rule = _AFTER_THE.get(tokens.at(i + 1))
    if rule is None:
        word = tokens.at(i + 1)
        if word[:1].isdecimal() or word == "'":
            rule = _the_digits
        elif word in NUMBER_WORDS:
            rule = _the_number
        else:
            return None
    phrase = rule(tokens, i + 1)
    return phrase._replace(first=i) if phrase else None


def _the_digits(tokens: Tokens, i: int) -> Phrase | None:
    found = (
        dates.decade_phrase(tokens, i)
        or dates.century_phrase(tokens, i)
        or dates.quarter_phrase(tokens, i)
        or relative.year_period(tokens, i)
    )
    if found and tokens.at(i + 1) == "-" and found.meaning.__class__ is Quarter:
        return None
    return found or _dated(tokens, dates.day_first(tokens, i)) or _the_number(tokens, i)


def _the_number(tokens: Tokens, i: int) -> Phrase | None:
    length = durations.parse_length(tokens, i)
    if length and not length.is_tight:
        if tokens.at(length.stop - 1) in _SINGULAR and length.amount != 1:
            return None
        return relative.length_phrase(tokens, i, length) or durations.duration_phrase(
            tokens, i, length
        )
    return None


_SINGULAR = frozenset(("day", "week", "month", "year", "hour", "minute"))


def _the_ordinal(tokens: Tokens, i: int) -> Phrase | None:
    """``the third quarter``, ``the first nine months``, ``the third of April``, ``the first half of 2018``."""
    found = (
        dates.century_phrase(tokens, i)
        or (dates.quarter_phrase(tokens, i) if tokens.at(i + 1) != "-" else None)
        or dates.day_first(tokens, i)
    )
    if found:
        return _dated(tokens, found)
    if tokens.word[i] == "first":
        length = durations.parse_length(tokens, i + 1)
        if length and not length.is_tight:
            return durations.duration_phrase(tokens, i, length)
    return None


def _the_unit(tokens: Tokens, i: int) -> Phrase | None:
    """``the weekend``, ``the year``, ``the quarter``, ``the day before``, ``the week of March 6``."""
    word = tokens.word[i]
    unit = UNITS[word]
    before_after = relative.day_before(tokens, i)
    if before_after:
        return before_after
    if word == "year":
        found = relative.year_ago(tokens, i)
        if found:
            return found if tokens.at(found.stop - 1) not in ("ago", "earlier") else None
        year = dates.year_at(tokens, i + 1)
        if year:
            return Phrase(i, year[1], DATE, Fixed(f"{year[0]:04d}"))
        if tokens.at(i + 1).isdecimal() and len(tokens.at(i + 1)) == 3:
            return Phrase(i, i + 2, DATE, Fixed(f"{int(tokens.at(i + 1)):04d}"))
        if tokens.at(i + 1) in ("ended", "ending", "to"):
            return Phrase(i, i + 1, DURATION, Fixed("P1Y"))
    if word == "week":
        found = dates.week_phrase(tokens, i)
        if found:
            return found
        if tokens.at(i + 1) == "of" and (inner := dates.absolute_date(tokens, i + 2)):
            if isinstance(inner.meaning, Month) and inner.meaning.day:
                return inner._replace(first=i)
    if word in ("weekend", "quarter", "week", "month", "year", "decade", "century", "day"):
        return _bare_unit(tokens, i, unit)
    return None


def _bare_unit(tokens: Tokens, i: int, unit: str) -> Phrase | None:
    word, after, before = tokens.word[i], tokens.at(i + 1), tokens.at(i - 2)
    if after in ("-", "of", "that", "when") or tokens.is_tight(i + 1) and after == "-":
        return None
    if word == "weekend":
        return Phrase(i, i + 1, DATE, Offset("N", -1)) if before != "into" else None
    if word == "quarter":
        return (
            Phrase(i, i + 1, DATE, Quarter(0)) if before in ("in", "for", "during", "of") else None
        )
    if before in ("of", "in", "for", "during", "throughout", "earlier", "later"):
        is_later = before == "in" and tokens.at(i - 3) in ("later", "earlier", "early", "late")
        if word == "day" and before in ("in", "for", "of") and not is_later:
            return None
        return Phrase(i, i + 1, DATE, Offset(unit, 0, word in ("day",)))
    return None


def _the_part(tokens: Tokens, i: int) -> Phrase | None:
    """``the morning of 5 May``, ``the night before``, ``the early hours of Tuesday``."""
    word = tokens.word[i]
    code = "T" + DAY_PARTS[word]
    if tokens.at(i + 1) == "before" or tokens.at(i + 1) == "after":
        return relative.day_before(tokens, i)
    if tokens.at(i + 1) == "of":
        inner = date_at(tokens, i + 2)
        if inner and inner.type is DATE:
            return Phrase(i, inner.stop, TIME, Clock(inner.meaning, code))
    return None


def _the_hours(tokens: Tokens, i: int) -> Phrase | None:
    """``the early hours of Tuesday``, ``the small hours``: i is early, small, late."""
    if tokens.at(i + 1) != "hours":
        return None
    part = "TNI" if tokens.word[i] == "late" else "TMO"
    j = i + 2
    inner = date_at(tokens, j + 1) if tokens.at(j) in ("of", "on") else None
    if inner and inner.type is DATE:
        return Phrase(i, inner.stop, TIME, Clock(inner.meaning, part), "START")
    if inner and isinstance(inner.meaning, Clock) and inner.meaning.clock.startswith("TMO"):
        return inner._replace(first=i, mod="START")
    return None


def _the_noun(tokens: Tokens, i: int) -> Phrase | None:
    """``the past``, ``the future``, ``the near future``."""
    word = tokens.word[i]
    if word in ("near", "foreseeable", "immediate", "distant", "not"):
        j = i + 1 if tokens.at(i + 1) in ("future", "past") else i + 4
        if word == "not" and not (tokens.at(i + 1) == "-" and tokens.at(j) == "-"):
            return None
        if tokens.at(j) in ("future", "past"):
            value = "FUTURE_REF" if tokens.at(j) == "future" else "PAST_REF"
            return Phrase(i, j + 1, DATE, Fixed(value))
        return None
    before = tokens.at(i - 2)
    if before in ("in", "for", "from", "with", "to", "into", "about") or word == "future":
        return Phrase(i, i + 1, DATE, Fixed("FUTURE_REF" if word == "future" else "PAST_REF"))
    return None


def _the_past(tokens: Tokens, i: int) -> Phrase | None:
    found = _stepped(tokens, i)
    if found:
        return found
    if tokens.word[i] == "past" and (
        tokens.at(i + 1) in (",", ".", ";", "\n", "'s", ")")
        or not tokens.at(i + 1).isalpha()
        or tokens.at(i + 1) in ("has", "and", "but", "is", "was", "have")
    ):
        return _the_noun(tokens, i)
    return None


_THE_PARTS = {
    "end": "END", "close": "END", "beginning": "START", "start": "START", "middle": "MID",
    "turn": "START", "late": "END", "early": "START", "mid": "MID", "last": "END", "opening": "START",
}  # fmt: skip


def _the_end(tokens: Tokens, i: int) -> Phrase | None:
    """``end of 1994``, ``beginning of October``, ``middle of next week``: i is end, beginning …"""
    if tokens.at(i + 1) != "of":
        return None
    inner = _rule_at(tokens, i + 2)
    if inner and inner.type in (DATE, TIME) and inner.mod is None and inner.anchor is None:
        value = inner.meaning.value if isinstance(inner.meaning, Fixed) else ""
        if not value.endswith("_REF") and not isinstance(inner.meaning, Weekday):
            return inner._replace(first=i, mod=_THE_PARTS[tokens.word[i]])
    if tokens.at(i + 2) == "the" and tokens.at(i + 3) in (
        "year",
        "month",
        "week",
        "decade",
        "century",
        "quarter",
    ):
        unit = UNITS[tokens.at(i + 3)]
        if tokens.at(i + 4) not in ("-", "of"):
            return Phrase(i, i + 4, DATE, Offset(unit, 0), _THE_PARTS[tokens.word[i]])
    return None


def _end_without_article(tokens: Tokens, i: int) -> Phrase | None:
    before = tokens.at(i - 1)
    if before in (
        "by",
        "at",
        "until",
        "till",
        "since",
        "from",
        "the",
        "before",
        "towards",
        "toward",
    ):
        return _the_end(tokens, i)
    return None


# Modifiers -----------------------------------------------------------------------------------


def _early_late(tokens: Tokens, i: int) -> Phrase | None:
    """``early next year``, ``late yesterday``, ``mid-November``, ``earlier this month``."""
    word = tokens.word[i]
    hours = _the_hours(tokens, i) if word in ("early", "late", "small", "wee") else None
    if hours:
        return hours
    j = i + 1
    if tokens.at(j) == "-" and tokens.is_tight(j):
        j += 1
    if tokens.at(j) in ("on", "in") and word in ("early", "late", "earlier", "later"):
        j += 1
    k = j + 1 if tokens.at(j) == "the" else j
    inner = _rule_at(tokens, j)
    if inner is None and tokens.at(j) in SEASONS:
        inner = dates.season_phrase(tokens, j)
    if inner is None and k == j and (tokens.at(j)[:1].isdecimal() or tokens.at(j) in DECADES):
        inner = dates.decade_phrase(tokens, j)
    if inner is None and tokens.at(j) in DAY_PARTS and word in ("mid", "early", "late"):
        return _mid_part(tokens, i, j)
    if inner is None or inner.type not in (DATE, TIME) or inner.mod is not None:
        return None
    if isinstance(inner.meaning, Fixed) and inner.meaning.value.endswith("_REF"):
        return None
    if word in ("earlier", "later") and not isinstance(
        inner.meaning, Offset | Weekday | Clock | Season
    ):
        if tokens.at(i - 1) not in ("in",) or not isinstance(inner.meaning, Month):
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
_HEDGE_STARTS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _mod in sorted(_HEDGES.items(), key=lambda item: -len(item[0])):
    _HEDGE_STARTS.setdefault(_words[0], []).append((_words, _mod))


def _hedged(tokens: Tokens, i: int) -> Phrase | None:
    """``more than four hours``, ``about two years ago``, ``around Nov. 1``."""
    for words, mod in _HEDGE_STARTS[tokens.word[i]]:
        if all(tokens.at(i + n) == word for n, word in enumerate(words)):
            j = i + len(words)
            inner = _rule_at(tokens, j)
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


def _some(tokens: Tokens, i: int) -> Phrase | None:
    return _hedged(tokens, i) or _from_vague(tokens, i)


# Dates with a clock --------------------------------------------------------------------------


def date_at(tokens: Tokens, i: int) -> Phrase | None:
    """A date (``Friday``, ``7 June``, ``yesterday``, ``the same day``) that begins at token ``i``."""
    word = tokens.at(i)
    if word in ("today", "yesterday", "tomorrow"):
        return relative.day_word(tokens, i)
    if word in ("last", "next", "this", "that"):
        return relative.stepped(tokens, i)
    if word == "the":
        return _from_the(tokens, i)
    found = dates.absolute_date(tokens, i)
    if found and isinstance(found.meaning, Weekday) and tokens.at(found.stop) in DAY_PARTS:
        part = DAY_PARTS[tokens.at(found.stop)]
        return Phrase(i, found.stop + 1, TIME, Clock(found.meaning, "T" + part))
    return found


def _clock_and_date(tokens: Tokens, i: int, clock: ClockTime) -> Phrase:
    """``10 p.m. Wednesday``, ``23:50 on 7 June``, ``noon on Friday``, ``5 p.m. EST, Nov. 6``."""
    j = clock.stop
    inside_comma = tokens.at(j) == ","
    if tokens.at(j) in ("on", "of", ",", "the"):
        j += 1
        if tokens.at(j) == "on":
            j += 1
    inner = date_at(tokens, j)
    if inner and inner.meaning.__class__ in _DAYS_OF and inner.type in (DATE, TIME):
        meaning = inner.meaning
        if isinstance(meaning, Month) and meaning.day is None:
            inner = None
        elif isinstance(meaning, Fixed) and len(meaning.value) != 10:
            inner = None
        elif inside_comma and not isinstance(meaning, Month | Fixed | Weekday):
            inner = None
    else:
        inner = None
    stop = inner.stop if inner else clock.stop
    day = inner.meaning if inner else None
    if isinstance(day, Clock):
        day = day.date
    zone = clock.zone
    if zone is None:
        zone, stop = city_zone_at(tokens, stop) if inner else (None, stop)
        if zone is None and inner:
            zone, stop = zone_at(tokens, stop)
    return Phrase(i, stop, TIME, Clock(day, clock.clock, zone))


_DAYS_OF = (Month, Weekday, Offset, Fixed, Clock)


def _dated(tokens: Tokens, phrase: Phrase | None) -> Phrase | None:
    """The date with a clock after it, if one follows: ``Friday at 5 p.m. Eastern time``."""
    if phrase is None or phrase.type is not DATE or not _is_day(phrase):
        return phrase
    j = phrase.stop
    part = DAY_PARTS.get(tokens.at(j))
    if part and isinstance(phrase.meaning, Weekday | Month | Offset):
        if not tokens.is_capital(j):
            return Phrase(phrase.first, j + 1, TIME, Clock(phrase.meaning, "T" + part))
        return phrase
    k = j
    if tokens.at(k) == ",":
        k += 1
    if tokens.at(k) in ("at", "around", "about", "by"):
        k += 1
    if tokens.at(k) == "t" and tokens.is_tight(k) and tokens.is_tight(k + 1):
        k += 1
    clock = parse_clock(tokens, k)
    if clock is None or (k == j and tokens.word[k][:1].isdecimal() and ":" not in clock.clock):
        return phrase
    if tokens.at(j) == "," and k == j + 1 and not tokens.word[k][:1].isdecimal():
        return phrase
    stop, zone = clock.stop, clock.zone
    if zone is None:
        zone, stop = city_zone_at(tokens, stop)
    return Phrase(phrase.first, stop, TIME, Clock(phrase.meaning, clock.clock, zone))


def _is_day(phrase: Phrase) -> bool:
    meaning = phrase.meaning
    if isinstance(meaning, Month):
        return meaning.day is not None
    if isinstance(meaning, Fixed):
        return len(meaning.value) == 10
    return isinstance(meaning, Weekday) or isinstance(meaning, Offset) and meaning.unit == "D"


def _weekday(tokens: Tokens, i: int) -> Phrase | None:
    plural = durations.plural_weekdays(tokens, i)
    if plural:
        return plural
    phrase = dates.weekday_first(tokens, i)
    if phrase and isinstance(phrase.meaning, Weekday):
        relation = tokens.at(phrase.stop)
        if relation in ("last", "this", "next") and tokens.at(phrase.stop + 1) == "week":
            offset = {"last": -1, "this": 0, "next": 1}[relation]
            meaning = phrase.meaning._replace(week_offset=offset)
            return phrase._replace(stop=phrase.stop + 2, meaning=meaning)
    return _dated(tokens, phrase)


def _month(tokens: Tokens, i: int) -> Phrase | None:
    return _dated(tokens, dates.month_first(tokens, i))


def _day_word(tokens: Tokens, i: int) -> Phrase | None:
    return _dated(tokens, relative.day_word(tokens, i))


def _stepped(tokens: Tokens, i: int) -> Phrase | None:
    return _dated(tokens, relative.stepped(tokens, i))


def _these(tokens: Tokens, i: int) -> Phrase | None:
    if tokens.at(i + 1) == "days" and tokens.at(i + 2) not in ("of", "are", "were"):
        return Phrase(i, i + 2, DATE, Fixed("PRESENT_REF"))
    return None


def _this(tokens: Tokens, i: int) -> Phrase | None:
    if tokens.word[i] == "that" and tokens.at(i + 1) not in (
        "year", "day", "night", "month", "week", "same", "quarter", "morning", "evening", "afternoon",
        "weekend", "summer", "winter", "spring", "autumn", "decade",
    ):  # fmt: skip
        return None
    return _stepped(tokens, i)


def _last(tokens: Tokens, i: int) -> Phrase | None:
    if tokens.word[i] == "last" and tokens.at(i + 1) == "night":
        return Phrase(i, i + 2, TIME, Clock(Offset("D", -1), "TNI"))
    if tokens.word[i] in ("past", "following", "previous", "coming") and tokens.at(i - 1) == "half":
        return None
    found = _stepped(tokens, i)
    if found and tokens.word[i] in ("same", "following", "previous", "latest", "prior", "present"):
        return None
    return found


def _adverb(tokens: Tokens, i: int) -> Phrase | None:
    word = tokens.word[i]
    value = ADVERBS.get(word)
    if word == "recent":
        unit = UNITS.get(tokens.at(i + 1))
        if unit and tokens.at(i + 1).endswith("s"):
            return Phrase(i, i + 2, DURATION, Fixed(durations.duration_value(None, unit)))
    if word == "current" and (inner := _stepped(tokens, i)):
        return inner
    if value is None or (tokens.at(i + 1) == "-" and word != "now"):
        return None
    if word == "current" and tokens.is_capital(i) and not tokens.begins_sentence(i):
        return None
    return Phrase(i, i + 1, DATE, Fixed(value))


def _overnight(tokens: Tokens, i: int) -> Phrase | None:
    del tokens
    return Phrase(i, i + 1, TIME, Clock(None, "TNI"))


def _tonight(tokens: Tokens, i: int) -> Phrase | None:
    del tokens
    return Phrase(i, i + 1, TIME, Clock(Offset("D", 0), "TNI"))


def _set_word(tokens: Tokens, i: int) -> Phrase | None:
    if tokens.is_capital(i) and not tokens.begins_sentence(i):
        return None
    if tokens.word[i] == "quarterly" and tokens.at(i + 1).isalpha():
        return None
    return Phrase(i, i + 1, SET, Fixed(SETS[tokens.word[i]]))


def _part_word(tokens: Tokens, i: int) -> Phrase | None:
    """``dawn on Tuesday``, ``at dusk``."""
    if tokens.at(i - 1) not in ("at", "by", "before", "after", "until", "since", "around", "from"):
        return None
    word = tokens.word[i]
    if tokens.is_capital(i) or word.endswith("s"):
        return None
    code = "T" + DAY_PARTS[word]
    j = i + 1
    inner = date_at(tokens, j + 1) if tokens.at(j) == "on" else date_at(tokens, j)
    if inner and inner.type is DATE and _is_day(inner):
        return Phrase(i, inner.stop, TIME, Clock(inner.meaning, code))
    if word in ("dawn", "dusk", "sunset", "sunrise", "daybreak", "nightfall"):
        return Phrase(i, i + 1, TIME, Clock(None, code))
    return None


def _noon(tokens: Tokens, i: int) -> Phrase | None:
    clock = parse_clock(tokens, i)
    if clock is None or (tokens.is_capital(i) and not tokens.begins_sentence(i)):
        return None
    return _clock_and_date(tokens, i, clock)


def _season(tokens: Tokens, i: int) -> Phrase | None:
    found = dates.season_phrase(tokens, i)
    if found is None or (isinstance(found.meaning, Season) and found.meaning.year is not None):
        return found
    if tokens.at(i - 1) in ("in", "since", "until", "by", "during", "this", "late", "early") and (
        tokens.at(i + 1) not in ("of", "-", "to", "from", "into", "in")
    ):
        return found
    return None


def _the_season(tokens: Tokens, i: int) -> Phrase | None:
    found = dates.season_phrase(tokens, i)
    if found is None:
        return None
    if isinstance(found.meaning, Season) and found.meaning.year is not None:
        return found
    if tokens.word[i] == "fall" or tokens.at(i + 1) in ("of", "-"):
        return None
    if tokens.at(i - 2) in (
        "in",
        "during",
        "over",
        "through",
        "throughout",
        "for",
        "until",
        "since",
        "by",
    ):
        return found
    return None


def _year_word(tokens: Tokens, i: int) -> Phrase | None:
    return relative.year_ago(tokens, i)


def _week_word(tokens: Tokens, i: int) -> Phrase | None:
    return dates.week_phrase(tokens, i)


def _ordinal(tokens: Tokens, i: int) -> Phrase | None:
    """``third-quarter``, ``fourth quarter``, ``first nine months`` without an article."""
    found = dates.century_phrase(tokens, i) or dates.quarter_phrase(tokens, i)
    if found is None and tokens.at(i + 1) == "of":
        found = dates.day_first(tokens, i)
    return found


def _rule_at(tokens: Tokens, i: int) -> Phrase | None:
    word = tokens.at(i)
    if not word:
        return None
    rule = _RULES.get(word)
    if rule is None and word[0].isdecimal():
        rule = _from_digits
    return rule(tokens, i) if rule else None


_RULES: dict[str, Rule] = {}
_AFTER_THE: dict[str, Rule] = {}


def _fill() -> None:
    for words, rule in (
        (NUMBER_WORDS, _from_number_word),
        (("a", "an"), _from_article),
        (("half",), _from_half),
        (("several", "few", "many", "numerous"), _from_vague),
        (("the",), _from_the),
        (MONTHS, _month),
        (WEEKDAYS, _weekday),
        ([day + "s" for day in WEEKDAYS if len(day) > 5], durations.plural_weekdays),
        (("today", "yesterday", "tomorrow"), _day_word),
        (("last", "next", "past", "coming", "following", "previous", "same", "latest"), _last),
        (("this", "that"), _this),
        (("these",), _these),
        ((*ADVERBS, "recent"), _adverb),
        (("overnight",), _overnight),
        (("tonight",), _tonight),
        (SETS, _set_word),
        (DAY_PARTS, _part_word),
        (("noon", "midnight", "midday"), _noon),
        (("early", "late", "mid", "earlier", "later"), _early_late),
        (SEASONS, _season),
        (("every", "each"), durations.set_phrase),
        (("once", "twice", "thrice"), durations.times_phrase),
        (("end", "beginning", "start", "middle"), _end_without_article),
        (ORDINALS, _ordinal),
        (("fy", "fiscal"), dates.fiscal_phrase),
        (("q", "h"), dates.quarter_phrase),
        (("'", "ad"), dates.year_phrase),
        (("year",), _year_word),
        (("week",), _week_word),
        ([word for word in UNITS if word.endswith("s")], _from_plural_unit),
        (dates.HOLIDAY_STARTS - set(MONTHS) - {"fourth"}, dates.holiday_phrase),
        (("some",), _some),
        (_HEDGE_STARTS, _hedged),
    ):
        for word in words:
            _RULES.setdefault(word, rule)
    for words, rule in (
        (("past", "last", "next", "coming", "previous", "following", "same", "latest", "current",
          "preceding", "ensuing", "prior", "present"), _the_past),
        (ORDINALS, _the_ordinal),
        ([unit for unit in UNITS if not unit.endswith("s")], _the_unit),
        (("early", "late", "mid", "small", "wee"), _early_late),
        (("end", "close", "beginning", "start", "middle", "turn"), _the_end),
        (DAY_PARTS, _the_part),
        (("future", "near", "foreseeable", "immediate", "distant", "not"), _the_noun),
        (SEASONS, _the_season),
        (DECADES, dates.decade_phrase),
        (("year",), _the_unit),
        (("fiscal",), dates.fiscal_phrase),
        (("weekend",), _the_unit),
    ):  # fmt: skip
        for word in words:
            _AFTER_THE.setdefault(word, rule)


_fill()
_RULES["fourth"] = lambda tokens, i: dates.holiday_phrase(tokens, i) or _ordinal(tokens, i)
_RULES["may"] = lambda tokens, i: dates.holiday_phrase(tokens, i) or _month(tokens, i)
