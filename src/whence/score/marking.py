"""Turns gold written in quoted words into gold with offsets."""

import hashlib
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from whence.score.words import Finder, GoldError, Piece

Table = dict[str, Any]


def _keys(names: str) -> frozenset[str]:
    return frozenset(names.split())


#: Keys of each part of a gold file. A key that is not here is a slip, and is refused.
KEYS: dict[str, frozenset[str]] = {
    "statements": _keys(
        "id report speaker source cue content kind carriers carriers_inherited modality optional "
        "speaker_alt nested_in type note"
    ),
    "not_statements": _keys("report words why"),
    "quote_groups": _keys("id passage speaker type members note"),
    "figures": _keys(
        "id report words value low high unit what source as_of qualifier measure kind note"
    ),
    "measures": _keys("id what relations default note"),
    "dates": _keys("report words norm note"),
    "events": _keys("id description norm reports"),
    "tensions": _keys("kind description reports"),
    "derivations": _keys("from to type phrase certainty optional note"),
    "origins": _keys(
        "id claim n_independent n_acceptable n_voices n_witnesses members origins about note"
    ),
    "anonymity": _keys("speaker statement kind reason reports"),
    "alarms": _keys("kind reports words note"),
    "voices": _keys("same apart"),
    "oppositions": _keys("a b"),
    "inferred": _keys("reports"),
    "absent": _keys("what report words from to why speaker value with"),
}
PLAIN = _keys(
    "format story kind genre description written complete speakers carrier_aliases contributions "
    "outlets notes stage"
)


def _speaker_named(name: str) -> Table:
    """A speaker for a bare name: a person where its first and last words have capitals."""
    words = name.split()
    is_named = words[0][:1].isupper() and words[-1][:1].isupper() and words[0] not in _ARTICLES
    return {"name": name, "aliases": [], "type": "person" if is_named else "group"}


_ARTICLES = ("The", "A", "An")


class Marking:
    """One gold file with the texts of its reports, while words become offsets."""

    def __init__(
        self,
        table: Table,
        manifest: Mapping[str, Any],
        texts: Mapping[str, str],
        *,
        file: str,
        is_partial: bool = False,
    ) -> None:
        self._table = table
        self._is_partial = is_partial
        self._speakers: Table = dict(table.get("speakers", {}))
        self._manifest = manifest
        self._texts = texts
        self._file = file
        self._places: dict[str, tuple[str, list[Piece]]] = {}
        unknown = sorted(set(table) - PLAIN - set(KEYS))
        if unknown:
            raise GoldError(file, f"unknown parts: {', '.join(unknown)}")

    def values(self) -> Table:
        """The gold in the shape of ``gold.json``."""
        out: Table = {key: self._table[key] for key in sorted(PLAIN & set(self._table))}
        out["format"] = "whence-gold/1"
        out["story"] = self._table.get("story", self._manifest["story"])
        out["kind"] = self._table.get("kind", "invented")
        out["complete"] = self._table.get("complete", {})
        out["speakers"] = self._speakers
        out["reports"] = [self._report(report) for report in self._manifest["reports"]]
        for part, mark in (
            ("statements", self._statement),
            ("not_statements", self._worded),
            ("figures", self._figure),
            ("measures", self._measure),
            ("dates", self._date),
            ("events", self._as_given),
            ("tensions", self._as_given),
            ("derivations", self._derivation),
            ("quote_groups", self._group),
            ("origins", self._origin),
            ("anonymity", self._as_given),
            ("alarms", self._worded),
            ("voices", self._as_given),
            ("oppositions", self._as_given),
            ("inferred", self._as_given),
            ("absent", self._absent),
        ):
            out[part] = []
            for number, entry in enumerate(self._table.get(part, ()), start=1):
                where = f"{self._file}, {part} {number}"
                try:
                    out[part].append(mark(self._checked(part, entry, number), number, where))
                except KeyError as error:
                    raise GoldError(where, f"it lacks or does not know {error}") from error
        return out

    def _checked(self, part: str, entry: Table, number: int) -> Table:
        unknown = sorted(set(entry) - KEYS[part])
        if unknown:
            raise GoldError(f"{self._file}, {part} {number}", f"unknown keys: {', '.join(unknown)}")
        speaker = entry.get("source" if part == "figures" else "speaker")
        if speaker is not None and speaker not in self._speakers:
            if not self._is_partial:
                where = f"{self._file}, {part} {number}"
                raise GoldError(where, f"no speaker has the key {speaker}")
            self._speakers[speaker] = _speaker_named(speaker)
        return {**entry, "given": sorted(entry)} if self._is_partial else dict(entry)

    def _finder(self, report: str, entry: str) -> Finder:
        if report not in self._texts:
            raise GoldError(entry, f"the manifest names no report {report}")
        return Finder(self._texts[report], report=report, entry=entry)

    def _report(self, report: Table) -> Table:
        text = self._texts.get(report["id"], "")
        values = {
            "outlet": None,
            "date": None,
            **report,
            "chars": len(text),
            "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        }
        outlet = self._table.get("outlets", {}).get(report["id"])
        if outlet:
            values["outlet"] = outlet
        contribution = self._table.get("contributions", {}).get(report["id"])
        return {**values, "contribution": contribution} if contribution else values

    def _statement(self, entry: Table, number: int, where: str) -> Table:
        finder = self._finder(entry["report"], where)
        pieces = finder.pieces(entry.pop("content"))
        start, end = pieces[0][0], pieces[-1][1]
        entry.setdefault("id", f"{entry['report']}.s{number}")
        entry |= {"spans": [list(piece) for piece in pieces], "start": start, "end": end}
        entry |= self._ends(entry["report"], pieces)
        source, cue = entry.pop("source", None), entry.pop("cue", None)
        found = finder.pieces(source, near=start) if source is not None else []
        entry["source_text"] = self._texts[entry["report"]][slice(*found[0])] if found else None
        entry["source_span"] = list(found[0]) if found else None
        if cue is not None:
            entry["cue_spans"] = [list(piece) for piece in finder.pieces(cue, near=start)]
        for key, default in (("carriers", []), ("carriers_inherited", []), ("modality", "assert")):
            entry.setdefault(key, default)
        if self._is_partial:
            entry.setdefault("kind", "direct")
        self._remember(entry["id"], entry["report"], pieces, where)
        return entry

    def _remember(self, key: str, report: str, pieces: list[Piece], where: str) -> None:
        if key in self._places:
            raise GoldError(where, f"the id {key} stands twice")
        self._places[key] = (report, pieces)

    def _ends(self, report: str, pieces: list[Piece]) -> Table:
        """The first and the last six words, for a person who reads the gold."""
        text = self._texts[report]
        words = " ".join(text[start:end] for start, end in pieces).split()
        return {"first": " ".join(words[:6]), "last": " ".join(words[-6:])}

    def _worded(self, entry: Table, number: int, where: str) -> Table:
        """An entry that quotes some words, or none."""
        words = entry.pop("words", None)
        if words is not None:
            report = entry.get("report") or entry["reports"][0]
            pieces = self._finder(report, where).pieces(words)
            entry["spans"] = [list(piece) for piece in pieces]
            entry |= self._ends(report, pieces)
        return entry

    def _absent(self, entry: Table, number: int, where: str) -> Table:
        """What must not be found, with a second place where two must not be brought together."""
        other = entry.get("with")
        if other is not None:
            pieces = self._finder(other["report"], where).pieces(other["words"])
            entry["with"] = {"report": other["report"], "spans": [list(piece) for piece in pieces]}
        return self._worded(entry, number, where)

    def _as_given(self, entry: Table, number: int, where: str) -> Table:
        return entry

    def _figure(self, entry: Table, number: int, where: str) -> Table:
        ((start, end),) = self._finder(entry["report"], where).pieces(entry.pop("words"))
        value = entry.pop("value", None)
        entry = {"id": f"f{number}", "low": value, "high": value, "unit": None, **entry}
        entry |= {"start": start, "end": end, "text": self._texts[entry["report"]][start:end]}
        for key, default in (("source", None), ("as_of", None), ("qualifier", "exact")):
            entry.setdefault(key, default)
        if entry["low"] is None:
            raise GoldError(where, "a figure needs value, or low and high")
        self._remember(entry["id"], entry["report"], [(start, end)], where)
        return entry

    def _measure(self, entry: Table, number: int, where: str) -> Table:
        """The figures that name the measure, with a relation for every pair of them."""
        figures = [
            figure.get("id", f"f{place}")
            for place, figure in enumerate(self._table.get("figures", ()), start=1)
            if figure.get("measure") == entry["id"]
        ]
        said = {
            frozenset((a, b)): label
            for left, right, label in entry.pop("relations", ())
            for a in left.split()
            for b in right.split()
        }
        default = entry.pop("default", None)
        unknown = sorted({name for pair in said for name in pair} - set(figures))
        if unknown:
            raise GoldError(where, f"no figure of this measure has the id {', '.join(unknown)}")
        relations = []
        for a, b in combinations(figures, 2):
            label = said.get(frozenset((a, b)), default)
            if label is None:
                raise GoldError(where, f"no relation is given for {a} and {b}")
            relations.append({"a": a, "b": b, "relation": label})
        return {**entry, "figures": figures, "relations": relations}

    def _date(self, entry: Table, number: int, where: str) -> Table:
        ((start, end),) = self._finder(entry["report"], where).pieces(entry.pop("words"))
        return {
            **entry,
            "start": start,
            "end": end,
            "text": self._texts[entry["report"]][start:end],
        }

    def _derivation(self, entry: Table, number: int, where: str) -> Table:
        entry.setdefault("type", "credit")
        phrase = entry.pop("phrase", None)
        if phrase is not None:
            ((start, end),) = self._finder(entry["from"], where).pieces(phrase)
            entry |= {"start": start, "end": end, "phrase": self._texts[entry["from"]][start:end]}
        return entry

    def _group(self, entry: Table, number: int, where: str) -> Table:
        entry.setdefault("id", f"g{number}")
        entry.setdefault("passage", f"p-{entry['id']}")
        entry.setdefault("type", "quote")
        entry["members"] = [self._member(dict(member), where) for member in entry["members"]]
        return entry

    def _member(self, member: Table, where: str) -> Table:
        """A wording: some words of a statement, or all of it, with its labels."""
        unknown = sorted(set(member) - {"statement", "report", "words", "variation", "note"})
        if unknown:
            raise GoldError(where, f"unknown keys of a member: {', '.join(unknown)}")
        words = member.pop("words", None)
        inside: list[Piece] = []
        if "statement" in member:
            member["report"], inside = self._place(member["statement"], where)
        if words is None:
            pieces = inside
        else:
            hull = [(inside[0][0], inside[-1][1])] if inside else []
            pieces = self._finder(member["report"], where).pieces(words, inside=hull)
        member["spans"] = [list(piece) for piece in pieces]
        return {**member, **self._ends(member["report"], pieces)}

    def _place(self, key: str, where: str) -> tuple[str, list[Piece]]:
        if key not in self._places:
            raise GoldError(where, f"no statement or figure has the id {key}")
        return self._places[key]

    def _origin(self, entry: Table, number: int, where: str) -> Table:
        members = []
        for member in entry["members"]:
            if isinstance(member, str):
                report, pieces = self._place(member, where)
                base: Table = {"ref": member}
            else:
                report, words = member
                pieces = self._finder(report, where).pieces(words)
                base = {}
            spans = [list(piece) for piece in pieces]
            members.append({**base, "report": report, "spans": spans})
        reports = sorted({member["report"] for member in members})
        return {"id": f"o{number}", **entry, "members": members, "reports": reports}
