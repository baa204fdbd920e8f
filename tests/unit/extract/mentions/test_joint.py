import pytest

from tests.factory import make_attribution, make_report
from whence.extract.mentions import find_mentions


def parts(source: str, rest: str) -> list[str]:
    report = make_report(f"{source} said {rest}")
    attribution = make_attribution(report, content=rest.rstrip("."), source=source, cue="said")
    mention = next(
        m for m in find_mentions(report, (attribution,)) if m.span.of(report.text) == source
    )
    return [part.of(report.text) for part in mention.parts]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Dana Orr and Pell Lind", ["Dana Orr", "Pell Lind"]),
        ("The mayor and the fire chief", ["The mayor", "the fire chief"]),
        ("Both the union and the company", ["the union", "the company"]),
        ("Mayor Dana Orr and her deputy, Pell Lind,", ["Mayor Dana Orr", "her deputy, Pell Lind,"]),
        ("Dana Orr, Pell Lind and Mira Tolk", ["Dana Orr", "Pell Lind", "Mira Tolk"]),
    ],
)
def test_who_speaks_together(source, who):
    assert parts(source, "the bridge was safe.") == who


@pytest.mark.parametrize(
    "source",
    [
        "The minister for trade and industry",
        "Officials from Norway and Sweden",
        "Dana Orr, a doctor and an activist,",
        "The Ministry of Health and Safety",
        "A friend of Dana Orr and Pell Lind",
    ],
)
def test_one_who_speaks_alone(source):
    assert parts(source, "the bridge was safe.") == []
