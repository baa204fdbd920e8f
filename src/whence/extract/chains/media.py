"""Who may carry words: outlets by name, and media that nobody names."""

import re
from typing import Final

from whence.extract.credits.anaphors import may_be_called
from whence.extract.credits.folding import is_own, pick_full_name
from whence.extract.credits.names import Certainty, OutletName, find_outlet_names
from whence.extract.credits.others import find_others
from whence.extract.credits.slots import Slot, find_slots
from whence.extract.credits.told import find_told_names
from whence.extract.interface import RawMention
from whence.lexicon.outlets import is_agency
from whence.lexicon.tables import load_table
from whence.model import Carrier, CarrierRole, Report, Span, Spans

_TABLE: Final = load_table("chains")
_UNNAMED: Final = re.compile(
    r"\b(?:" + "|".join(_TABLE["media"]["unnamed"]) + r")\b", re.IGNORECASE
)
_OWN: Final = re.compile(r"^(?:" + "|".join(_TABLE["media"]["own"]) + r")$", re.IGNORECASE)
_TRIGGER: Final = re.compile(r"\b(?:" + "|".join(_TABLE["triggers"]["stems"]) + r")", re.IGNORECASE)
_NEAR: Final = 24
_LOOK_BACK: Final = 1500
_LONG: Final = 900
_CELL: Final = 400
"""Sentences longer than ``_LONG`` characters are read in pieces of this size, each once."""
_STAFF: Final = re.compile(r"\b(?:" + "|".join(_TABLE["media"]["staff"]) + r")\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_TITLE: Final = re.compile(r"[\w,] The $")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_CAPITALS: Final = re.compile(
    r"[^\W\d_a-z][\w’'.-]*(?:\s+(?:(?:of|de|van|von|al|bin|el|du|da|der|den)\s+)?[^\W\d_a-z][\w’'.-]*)*"
)


class Media:
    """The outlets that one report names, each with the credit phrase round it, if any.

    Names are looked for only where a word of passing on stands near, because looking for names
    costs more than all the rest.
    """

    def __init__(
        self, report: Report, blocks: Spans, mentions: tuple[RawMention, ...] = ()
    ) -> None:
        self.report = report
        self._blocks = blocks
        self._told = find_told_names(report.text, blocks)
        self.others = find_others(report.text, mentions)
        self._slots: dict[Span, list[tuple[OutletName, Slot]]] = {}
        self._found: dict[Span, tuple[OutletName, ...]] = {}
        self._all: list[OutletName] | None = None
        self._full: dict[str, str] = {}

    def slots_in(self, reach: Span) -> list[tuple[OutletName, Slot]]:
        """The outlets with a credit phrase inside a sentence."""
        if reach.end - reach.start <= _LONG:
            return self._slots_of(reach)
        found = []
        for cell in range(reach.start // _CELL, reach.end // _CELL + 1):
            for name, slot in self._slots_of(self._window(cell)):
                if name.span.start // _CELL == cell and reach.covers(slot.phrase):
                    found.append((name, slot))
        return found

    def _window(self, cell: int) -> Span:
        """A piece of an endless sentence with what stands round it."""
        size = len(self.report.text)
        return Span(max(0, cell * _CELL - _CELL // 4), min(size, (cell + 1) * _CELL + _CELL // 4))

    def _slots_of(self, span: Span) -> list[tuple[OutletName, Slot]]:
        if span not in self._slots:
            slots = []
            if _TRIGGER.search(self.report.text, span.start, span.end):
                slots = find_slots(self.report.text, self._names(span), span)
            self._slots[span] = slots
        return self._slots[span]

    def _names(self, span: Span) -> tuple[OutletName, ...]:
        if span.end - span.start > _LONG:
            return tuple(
                name
                for cell in range(span.start // _CELL, span.end // _CELL + 1)
                for name in self._names(self._window(cell))
                if name.span.start // _CELL == cell and span.covers(name.span)
            )
        if span not in self._found:
            self._found[span] = find_outlet_names(
                self.report.text, span, told=self._told, others=self.others
            )
        return self._found[span]

    def name_at(self, start: int, reach: Span) -> OutletName | None:
        """The outlet of a sentence whose name begins right at a character."""
        for name in self._names(reach):
            if start <= name.span.start <= start + _NEAR:
                return name
        return None

    def names_in(self, span: Span) -> list[OutletName]:
        """The likely outlets named inside a stretch of text."""
        return [
            name
            for name in self._names(span)
            if name.certainty > Certainty.POSSIBLE or name.is_known
        ]

    def is_medium(self, source: Spans) -> bool:
        """Whether a source is an outlet or "local media" rather than a person or body."""
        for piece in source:
            words = _ARTICLE.sub("", piece.of(self.report.text))
            if _UNNAMED.match(words) or (
                words.lower() == "agency" and self._names_agency(piece.start)
            ):
                return True
            head = re.split(r",|\s\(|\bwho\b|\bciting\b|\bquoting\b", words, maxsplit=1)[0].strip()
            for name in self.names_in(piece):
                rest = head.replace(name.name, "", 1)
                if not _STAFF.search(rest) and not _CAPITALS.search(rest):
                    return True
            if self.report.outlet and is_own(head, head, self.report):
                return True
        return False

    def named_before(self, hearer: Span) -> OutletName | None:
        """The outlet credited last before "the paper", which that then is, or the report's own."""
        words = hearer.of(self.report.text)
        before = Span(max(0, hearer.start - _LOOK_BACK), hearer.start)
        credited = {name.span for name, _ in self.slots_in(before)}
        for name in reversed(self._names(before)):
            known = name.span in credited or is_own(name.name, name.name, self.report)
            if (known or self._is_title(name)) and may_be_called(words, name.name):
                return name
        return None

    def _is_title(self, name: OutletName) -> bool:
        """Whether an article with a capital inside a sentence opens a name: "It took The Post"."""
        start = name.span.start
        return bool(_TITLE.search(self.report.text, max(0, start - 6), start))

    def _names_agency(self, start: int) -> bool:
        """Whether a news agency is named shortly before, which "the agency" then is."""
        before = Span(max(0, start - _LOOK_BACK), start)
        return any(
            is_agency(name.name) or name.name.lower().endswith("agency")
            for name in self.names_in(before)
        )

    def carrier(self, name: OutletName, role: CarrierRole) -> Carrier:
        """An outlet as carrier, under the fullest name that the report gives it."""
        if self._all is None:
            self._all = [
                found
                for block in self._blocks
                for found in find_outlet_names(
                    self.report.text,
                    block,
                    own=self.report.outlet,
                    told=self._told,
                    others=self.others,
                )
            ]
        if name.name not in self._full:
            self._full[name.name] = pick_full_name(self.report, name, self._all)
        full = self._full[name.name]
        return Carrier(
            name=full,
            spans=(name.span,),
            role=role,
            is_self=is_own(full, name.name, self.report),
        )

    def plain(self, span: Span, role: CarrierRole) -> Carrier:
        """Words that name a medium or a person as carrier."""
        words = span.of(self.report.text)
        own = bool(_OWN.match(words))
        return Carrier(name=carrier_name(words), spans=(span,), role=role, is_self=own)


def carrier_name(words: str) -> str:
    """A carrier as named, without article, title and what describes it.

    The last run of capitalised words before the first comma, where there is one; else the words
    without their article.
    """
    head = re.split(r",|\s\(|\s(?:who|which|citing|quoting)\s", words, maxsplit=1)[0].strip()
    head = _POSSESSIVE.sub("", head)
    runs = list(_CAPITALS.finditer(head))
    bare = _ARTICLE.sub("", head).strip()
    if not runs:
        return bare
    last = runs[-1]
    found = head[last.start() :].strip() if last.end() == len(head) else ""
    return _ARTICLE.sub("", found) if len(found) > 1 else bare
