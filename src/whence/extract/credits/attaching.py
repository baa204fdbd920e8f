"""Which attribution a credit belongs to."""

from bisect import bisect_left

from whence.model import Attribution, Credit, Span

_BESIDE = 12
"""Characters that may part a credit from the words it is about."""
_BACK = 12
"""Pieces looked at before the place: roles are short, so those that reach so far are few."""


class Attachments:
    """The attributions of one report by where their roles and contents stand."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        roles: list[tuple[Span, str]] = []
        contents: list[tuple[Span, str]] = []
        relays = {attribution.id for attribution in attributions if not attribution.is_statement}
        self._passed_on: dict[str, str] = {
            attribution.nested_in: attribution.id
            for attribution in reversed(attributions)
            if attribution.nested_in in relays
            and attribution.nested_in is not None
            and attribution.is_statement
        }
        for attribution in attributions:
            pieces = [*attribution.source, *attribution.cue]
            pieces += [span for carrier in attribution.via for span in carrier.spans]
            roles += [(piece, attribution.id) for piece in pieces]
            contents += [(piece, attribution.id) for piece in attribution.content]
        self._roles = sorted(roles)
        self._contents = sorted(contents)
        self._ends = sorted((span.end, name) for span, name in contents)

    def attach(self, credit: Credit) -> Credit:
        """The credit with the attribution whose source, cue or carriers it touches.

        Failing that, the one whose content it stands beside; none where there is neither. In place
        of what an outlet only passes on stands the statement in it.
        """
        phrase = credit.phrase
        if credit.target_span.start < phrase.start:
            phrase = Span(credit.target_span.start, phrase.end)
        found = self._touching(phrase) or self._beside(phrase)
        return credit.replace(attribution=self._passed_on.get(found or "", found))

    def _touching(self, phrase: Span) -> str | None:
        stop = bisect_left(self._roles, (Span(phrase.end, 0), ""))
        found = [
            name
            for span, name in self._roles[max(0, stop - _BACK) : stop]
            if span.end > phrase.start
        ]
        return found[0] if found else None

    def _beside(self, phrase: Span) -> str | None:
        place = bisect_left(self._ends, (phrase.start - _BESIDE, ""))
        if place < len(self._ends) and self._ends[place][0] <= phrase.start:
            return self._ends[place][1]
        place = bisect_left(self._contents, (Span(phrase.end, 0), ""))
        if place < len(self._contents) and self._contents[place][0].start - phrase.end <= _BESIDE:
            return self._contents[place][1]
        return None
