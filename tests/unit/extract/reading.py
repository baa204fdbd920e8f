"""What the rule extractor and the completion make of a few words, in words."""

from typing import NamedTuple

from tests.factory import make_report
from whence.extract import extract
from whence.extract.rules import RuleExtractor
from whence.model import Attribution, Report, surface
from whence.options import Options


class Said(NamedTuple):
    source: str
    cue: str
    content: str


def read(text: str, **more: object) -> tuple[Report, tuple[Attribution, ...]]:
    report = make_report(text, **more)
    found = extract(report, extractor=RuleExtractor(), options=Options(extractor="rules"))
    return report, found.attributions


def said(text: str, **more: object) -> list[Said]:
    report, found = read(text, **more)
    return [
        Said(
            surface(report.text, a.source),
            surface(report.text, a.cue),
            surface(report.text, a.content),
        )
        for a in found
    ]


def only(text: str, **more: object) -> Attribution:
    _, found = read(text, **more)
    assert len(found) == 1, said(text, **more)
    return found[0]
