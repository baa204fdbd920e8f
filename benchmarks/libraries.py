"""The published amounts and times read by Whence and by other libraries.

    pip install -r requirements/benchmarks.in
    python -m benchmarks.libraries

Other libraries do not say whether a number bounds, so amounts are counted twice: "numbers" asks
only for the numbers themselves, "all" for low, high, hedge and unit. A library that is not
installed is left out. Times are asked for at the grain of the wanted value: a library that gives
a day for "March 1998" is right when year and month are.
"""

import argparse
import datetime
import tomllib
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

Found = list[tuple[int, int, list[float]]]
Reader = Callable[[str], Found]
TimeReader = Callable[[str, str], list[tuple[int, int, str]]]


def load(path: str, key: str) -> list[dict[str, Any]]:
    return tomllib.loads(Path(path).read_text(encoding="utf-8"))[key]


def place_of(case: dict[str, Any]) -> tuple[int, int]:
    start = -1
    for _ in range(case.get("occurrence", 1)):
        start = case["text"].index(case["words"], start + 1)
    return start, start + len(case["words"])


def near(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


# Amounts -----------------------------------------------------------------------------------------


def whence_figures(text: str) -> list[Any]:
    from whence.extract.figures import find_figures
    from whence.model import Report

    return list(find_figures(Report(id="r", text=text)))


def whence_numbers(text: str) -> Found:
    return [
        (f.number.start, f.number.end, [v for v in (f.low, f.high) if v is not None])
        for f in whence_figures(text)
    ]


def quantulum_numbers() -> Reader:
    from quantulum3 import parser

    def read(text: str) -> Found:
        return [(q.span[0], q.span[1], [float(q.value)]) for q in parser.parse(text)]

    return read


def recognizers_numbers() -> Reader:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = (
        recognize_currency, recognize_dimension, recognize_age, recognize_temperature,
        recognize_percentage, recognize_number,
    )  # fmt: skip

    def read(text: str) -> Found:
        found: Found = []
        for model in models:
            for result in model(text, "en-us"):
                value = str((result.resolution or {}).get("value") or "").rstrip("%")
                try:
                    found.append((result.start, result.end + 1, [float(value)]))
                except ValueError:
                    continue
        return found

    return read


def numbers_right(case: dict[str, Any], found: Found) -> bool:
    """Whether the wanted numbers, and no other, are found at the place."""
    start, end = place_of(case)
    here = [values for a, b, values in found if a < end and start < b]
    if case.get("none"):
        return not here
    wanted = [float(case[key]) for key in ("low", "high") if key in case]
    given = [value for values in here for value in values]
    return all(any(near(w, g) for g in given) for w in wanted)


def all_right(case: dict[str, Any]) -> bool:
    start, end = place_of(case)
    here = [
        f for f in whence_figures(case["text"]) if f.number.start < end and start < f.number.end
    ]
    if case.get("none"):
        return not here
    return any(
        (f.hedge, f.kind, f.unit) == (case["hedge"], case["kind"], case.get("unit"))
        and all(
            (getattr(f, key) is None) == (key not in case)
            and (key not in case or near(getattr(f, key), float(case[key])))
            for key in ("low", "high")
        )
        for f in here
    )


# Times -------------------------------------------------------------------------------------------


def whence_times(text: str, date: str) -> list[tuple[int, int, str]]:
    from whence.extract.timexes import find_timexes
    from whence.model import DateSource, PublicationDate, Report

    published = PublicationDate(value=date, source=DateSource.GIVEN)
    found = find_timexes(Report(id="r", text=text, published=published))
    return [(t.span.start, t.span.end, t.value or "") for t in found]


def recognizers_times() -> TimeReader:
    from recognizers_date_time import recognize_datetime

    def read(text: str, date: str) -> list[tuple[int, int, str]]:
        day = datetime.datetime.fromisoformat(date)
        found = []
        for result in recognize_datetime(text, "en-us", reference=day):
            for value in (result.resolution or {}).get("values", []):
                for key in ("timex", "value", "start"):
                    if value.get(key):
                        found.append((result.start, result.end + 1, value[key].replace(" ", "T")))
        return found

    return read


def dateparser_times() -> TimeReader:
    from dateparser.search import search_dates

    def read(text: str, date: str) -> list[tuple[int, int, str]]:
        settings = {
            "RELATIVE_BASE": datetime.datetime.fromisoformat(date),
            "PREFER_DATES_FROM": "past",
        }
        found = []
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words)
            found.append((start, start + len(words), moment.isoformat(timespec="minutes")))
        return found

    return read


def time_right(case: dict[str, Any], found: list[tuple[int, int, str]], number: int) -> bool:
    start, end = place_of(case)
    here = [value for a, b, value in found if a < end and start < b]
    if case.get("none"):
        return not here
    wanted = case.get("value") or case["values"][number]
    calendar = wanted[:4].isdigit() and not any(mark in wanted for mark in "WQHS/")
    return any(value == wanted or (calendar and value.startswith(wanted)) for value in here)


# Tables ------------------------------------------------------------------------------------------


def readers(makers: dict[str, Callable[[], Any]]) -> dict[str, Any]:
    found = {}
    for name, make in makers.items():
        try:
            found[name] = make()
        except ImportError:
            continue
    return found


def show_amounts() -> None:
    cases = load("tests/amounts/amounts.toml", "amount")
    table = {"whence": sum(numbers_right(c, whence_numbers(c["text"])) for c in cases)}
    makers = {"recognizers-text": recognizers_numbers, "quantulum3": quantulum_numbers}
    for name, read in readers(makers).items():
        table[name] = sum(numbers_right(case, safely(read, case["text"])) for case in cases)
    print(f"| amounts ({len(cases)}) | numbers | all |\n| --- | --- | --- |")
    whole = sum(all_right(case) for case in cases)
    for name, right in table.items():
        every = (
            f"{whole} ({100 * whole / len(cases):.1f} %)" if name == "whence" else "gives no hedge"
        )
        print(f"| {name} | {right} ({100 * right / len(cases):.1f} %) | {every} |")


def show_times() -> None:
    table = tomllib.loads(Path("tests/times/times.toml").read_text(encoding="utf-8"))
    cases, dates = table["time"], table["published"]
    makers = {
        "whence": lambda: whence_times,
        "recognizers-text": recognizers_times,
        "dateparser": dateparser_times,
    }
    print(
        f"\n| times ({len(cases)}, three dates each) | right for all three dates |\n| --- | --- |"
    )
    for name, read in readers(makers).items():
        right = sum(
            all(time_right(c, safely(read, c["text"], date), n) for n, date in enumerate(dates))
            for c in cases
        )
        print(f"| {name} | {right} ({100 * right / len(cases):.1f} %) |")


def safely(read: Callable[..., list], *arguments: str) -> list:
    """What a library finds; nothing where it stops with an error of its own."""
    try:
        return read(*arguments)
    except Exception:
        return []


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    warnings.simplefilter("ignore")
    show_amounts()
    show_times()


if __name__ == "__main__":
    main()
