"""The single pass over the tokens: which expression begins where, with its modifiers."""

from whence.extract.numerals import NUMBER_WORDS, Tokens
from whence.extract.timexes import dates, durations, periods, years
from whence.extract.timexes.clock import parse_clock
from whence.extract.timexes.composed import clock_and_date, dated
from whence.extract.timexes.lengths import (
    from_article,
    from_half,
    from_plural_unit,
    from_vague,
    length_at,
)
from whence.extract.timexes.modifiers import HEDGE_STARTS, early_late, hedged, some
from whence.extract.timexes.nominal import (
    end_without_article,
    the_digits,
    the_end,
    the_noun,
    the_number,
    the_ordinal,
    the_part,
    the_past,
    the_season,
    the_unit,
)
from whence.extract.timexes.phrases import Phrase
from whence.extract.timexes.rules import AFTER_THE, RULES, from_the
from whence.extract.timexes.single import (
    adverb,
    day_word,
    fourth,
    last,
    may,
    month,
    noon,
    ordinal,
    overnight,
    part_word,
    season,
    set_word,
    these,
    this,
    tonight,
    week_word,
    weekday,
    year_word,
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


def find_phrases(tokens: Tokens) -> list[Phrase]:
    """Every time expression, the longest reading at each place, none overlapping."""
    found: list[Phrase] = []
    words, count = tokens.word, len(tokens)
    rules = RULES
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


def _from_digits(tokens: Tokens, i: int) -> Phrase | None:
    if _is_part_of_number(tokens, i):
        return None
    clock = parse_clock(tokens, i)
    if clock:
        return clock_and_date(tokens, i, clock)
    return (
        dated(tokens, dates.numeric_date(tokens, i))
        or dated(tokens, dates.day_first(tokens, i))
        or years.century_phrase(tokens, i)
        or periods.quarter_phrase(tokens, i)
        or durations.times_phrase(tokens, i)
        or length_at(tokens, i)
        or years.year_phrase(tokens, i)
    )


def _is_part_of_number(tokens: Tokens, i: int) -> bool:
    """``555-2019``, ``$1990``, ``No. 1998``: digits that belong to what stands before them."""
    before = tokens.at(i - 1)
    if not before:
        return False
    if before in "$£€¥₹#":
        return True
    if tokens.is_tight(i) and (
        (before.isalpha() and before not in ("q", "h", "fy")) or before in "+@/"
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
        return clock_and_date(tokens, i, clock)
    if tokens.word[i] in ("nineteen", "eighteen", "twenty"):
        year = years.year_phrase(tokens, i)
        if year:
            return year
    found = durations.times_phrase(tokens, i) or length_at(tokens, i)
    if (
        found
        and tokens.word[i] == "one"
        and found.stop == i + 2
        and tokens.at(i + 1) == "day"
        and tokens.at(i + 2) not in (",", ".", "after", "before")
    ):
        return found
    return found


def _fill() -> None:
    for words, rule in (
        (NUMBER_WORDS, _from_number_word),
        (("a", "an"), from_article),
        (("half",), from_half),
        (("several", "few", "many", "numerous"), from_vague),
        (("the",), from_the),
        (MONTHS, month),
        (WEEKDAYS, weekday),
        ([day + "s" for day in WEEKDAYS if len(day) > 5], durations.plural_weekdays),
        (("today", "yesterday", "tomorrow"), day_word),
        (("last", "next", "past", "coming", "following", "previous", "same", "latest"), last),
        (("this", "that"), this),
        (("these",), these),
        ((*ADVERBS, "recent"), adverb),
        (("overnight",), overnight),
        (("tonight",), tonight),
        (SETS, set_word),
        (DAY_PARTS, part_word),
        (("noon", "midnight", "midday"), noon),
        (("early", "late", "mid", "earlier", "later"), early_late),
        (SEASONS, season),
        (("every", "each"), durations.set_phrase),
        (("once", "twice", "thrice"), durations.times_phrase),
        (("end", "beginning", "start", "middle"), end_without_article),
        (ORDINALS, ordinal),
        (("fy", "fiscal"), periods.fiscal_phrase),
        (("q", "h"), periods.quarter_phrase),
        (("'", "ad"), years.year_phrase),
        (("year",), year_word),
        (("week",), week_word),
        ([word for word in UNITS if word.endswith("s")], from_plural_unit),
        (periods.HOLIDAY_STARTS - set(MONTHS) - {"fourth"}, periods.holiday_phrase),
        (("some",), some),
        (HEDGE_STARTS, hedged),
    ):
        for word in words:
            RULES.setdefault(word, rule)
    RULES["0"] = _from_digits
    RULES["fourth"] = fourth
    RULES["may"] = may
    AFTER_THE["0"] = the_digits
    for words, rule in (
        (("past", "last", "next", "coming", "previous", "following", "same", "latest", "current",
          "preceding", "ensuing", "prior", "present"), the_past),
        (ORDINALS, the_ordinal),
        ([unit for unit in UNITS if not unit.endswith("s")], the_unit),
        (("early", "late", "mid", "small", "wee"), early_late),
        (("end", "close", "beginning", "start", "middle", "turn"), the_end),
        (DAY_PARTS, the_part),
        (("future", "near", "foreseeable", "immediate", "distant", "not"), the_noun),
        (SEASONS, the_season),
        (DECADES, years.decade_phrase),
        (("year",), the_unit),
        (("fiscal",), periods.fiscal_phrase),
        (NUMBER_WORDS, the_number),
    ):  # fmt: skip
        for word in words:
            AFTER_THE.setdefault(word, rule)


_fill()
