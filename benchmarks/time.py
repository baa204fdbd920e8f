"""Time expressions measured as TempEval-3 does, and the dates of GUM.

python -m benchmarks.time --data ../shared/data            # dev
python -m benchmarks.time --data ../shared/data --part train --errors tempeval
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from whence.extract.timexes import find_timexes
from whence.model import DateSource, PublicationDate, Report, Timex

GENRES = ("news", "interview", "bio")


def read_rows(data: Path, name: str, part: str) -> Iterator[dict]:
    with gzip.open(data / name / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def timexes_of(text: str, date: str | None) -> tuple[Timex, ...]:
    published = PublicationDate(value=date, source=DateSource.GIVEN) if date else None
    return find_timexes(Report(id="r", text=text, published=published))


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / (found + gold) if found + gold else 0.0


def measure_tempeval(data: Path, part: str, *, show: bool) -> dict[str, float]:
    """Strict span F1, relaxed span F1, and F1 of overlap with type and with value right."""
    strict = relaxed = typed = valued = gold_count = found_count = 0
    for row in read_rows(data, "tempeval", part):
        text = row["text"]
        dct = row["dct"]["value"]
        found = timexes_of(text, dct)
        gold = row["timex"]
        gold_count += len(gold)
        found_count += len(found)
        free = list(found)
        for mark in gold:
            hits = [t for t in free if t.span.start < mark["end"] and mark["start"] < t.span.end]
            words = text[mark["start"] : mark["end"]]
            around = text[max(0, mark["start"] - 60) : mark["end"] + 30].replace("\n", " ")
            if not hits:
                if show:
                    print(f"MISS   {words!r} {mark['type']} {mark.get('value')} | {around}")
                continue
            best = max(
                hits,
                key=lambda t: (
                    t.span == (mark["start"], mark["end"]),
                    t.value == mark.get("value"),
                ),
            )
            free.remove(best)
            relaxed += 1
            exact = best.span == (mark["start"], mark["end"])
            strict += exact
            typed += best.type == mark["type"]
            right = best.value == mark.get("value")
            valued += right
            if show and not exact:
                print(f"SPAN   {words!r} {best.span.of(text)!r} | {around}")
            if show and not right:
                print(
                    f"VALUE  {best.span.of(text)!r} {mark.get('value')} {best.value} ({dct}) | {around} | {best.reason}"
                )
        for extra in free if show else ():
            around = text[max(0, extra.span.start - 50) : extra.span.end + 30].replace("\n", " ")
            print(f"EXTRA  {extra.span.of(text)!r} {extra.type} {extra.value} | {around}")
    return {
        "strict span F1": f1(strict, found_count, gold_count),
        "relaxed span F1": f1(relaxed, found_count, gold_count),
        "type F1": f1(typed, found_count, gold_count),
        "value F1": f1(valued, found_count, gold_count),
    }


def measure_gum(data: Path, part: str, *, show: bool) -> dict[str, float]:
    """Share of ``when`` values in news, interviews and biographies that are given exactly."""
    right = count = 0
    for row in read_rows(data, "gum", part):
        if row["genre"] not in GENRES:
            continue
        text = row["text"]
        found = timexes_of(text, row["date"])
        for mark in row["markup"]:
            when = (mark.get("attrs") or {}).get("when")
            if mark["tag"] not in ("date", "time") or not when:
                continue
            count += 1
            hits = [t for t in found if t.span.start < mark["end"] and mark["start"] < t.span.end]
            if any(same_when(t.value, when) for t in hits):
                right += 1
            elif show:
                around = text[max(0, mark["start"] - 60) : mark["end"] + 30].replace("\n", " ")
                given = [(t.span.of(text), t.value) for t in hits]
                print(
                    f"WHEN   {text[mark['start'] : mark['end']]!r} {when} {given} ({row['date']}) | {around}"
                )
    return {"when right %": 100 * right / count if count else 0.0, "marks": float(count)}


def same_when(value: str | None, when: str) -> bool:
    """Whether a value says what TEI's ``when`` says: ``--09-30`` has no year, ``15:11:00`` no day."""
    if value is None:
        return False
    if when.startswith("--"):
        return value[4:] == when[1:]
    if "T" in value and "T" not in when and ":" not in when:
        return value.partition("T")[0] == when
    if ":" in when:
        clock = value.partition("T")[2][:5]
        wanted = when.partition("T")[2] or when
        return clock == wanted[:5] or (clock, wanted[:5]) == ("24:00", "00:00")
    return value == when


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", default="dev", choices=("train", "dev"))
    parser.add_argument("--errors", default="", choices=("", "tempeval", "gum"))
    options = parser.parse_args()
    for name, measure in (("tempeval", measure_tempeval), ("gum", measure_gum)):
        result = measure(options.data, options.part, show=options.errors == name)
        print(name, options.part, "  ".join(f"{key} {value:.1f}" for key, value in result.items()))


if __name__ == "__main__":
    main()
