"""Rare wording that few reports share, and what it proves."""

import pytest

from tests.factory import make_resolution, make_telling
from whence.derive import derive
from whence.extract.credits import find_credits
from whence.lexicon.frequencies import RAREST, rarity_of
from whence.model import Comparison, EdgeKind, Judgement

POSTBOX = "with a mouth like a rusty postbox and the whiskers of a walrus"
TELLINGS = [
    "A fish {words} ate a dog at Brenk on Saturday.",
    "They speak of little else in Orrin than a beast {words}, seen near the jetty.",
    "The dog is gone. Its owner waits beside the jetty for the fish.",
    "Police came to the jetty at Brenk, where a dog was last seen.",
    "No dog has been found in the lake so far, divers of the town report.",
    "At Brenk the school is closed because of the fish.",
    "The mayor has put up signs along the shore.",
]


def run(texts, *, outlets=None, speakers=None):
    told = [
        make_telling(
            text,
            f"r{day}",
            outlet=outlets[day - 1] if outlets else f"Paper {day}",
            date=f"2031-05-{day:02}",
            speakers=(speakers or {}) if day < 3 else {},
        )
        for day, text in enumerate(texts, start=1)
    ]
    reports = tuple(report for report, _, _ in told)
    found = tuple(extraction for _, extraction, _ in told)
    return reports, derive(reports, found, make_resolution(*told), Comparison())


def shared(descent, kind="shared-wording"):
    return {
        (edge.report, edge.target): edge
        for edge in descent.edges
        if any(piece.kind == kind for piece in edge.evidence)
    }


def test_rare_words_in_one_order_join_two_reports_without_saying_which_was_first():
    reports, descent = run([text.format(words=POSTBOX) for text in TELLINGS])

    (edge,) = shared(descent).values()
    assert (edge.report, edge.target) == ("r2", "r1")
    assert (edge.kind, edge.direction) == (EdgeKind.SHARED, Judgement.UNSURE)
    texts = {report.id: report.text for report in reports}
    assert {p.span.of(texts[p.report]) for p in edge.evidence[0].places} == {POSTBOX}
    assert POSTBOX in edge.evidence[0].reason


@pytest.mark.parametrize(
    "words",
    [
        "that was said to have been seen by many people in the water there",
        "of Harald Brenkvist Oskarsen Tolleffsen of Upper Skellan",
        "“" + POSTBOX + "”",
    ],
    ids=["common words", "names", "quoted"],
)
def test_what_anybody_may_write_joins_nobody(words):
    _, descent = run([text.format(words=words) for text in TELLINGS])

    assert not shared(descent)


def test_words_that_both_attribute_to_somebody_join_nobody():
    texts = [text.format(words=POSTBOX) for text in TELLINGS]
    _, descent = run(texts, speakers={POSTBOX: "Ann Lee"})

    assert not shared(descent)


def test_what_many_reports_share_is_no_choice():
    _, descent = run([TELLINGS[0].format(words=POSTBOX)] + [f"A fish {POSTBOX}."] * 4)

    assert not shared(descent)


def test_one_outlets_house_style_joins_nothing():
    texts = [text.format(words=POSTBOX) for text in TELLINGS]
    outlets = ["Lorn Gazette", "Lorn Gazette", *(f"Paper {n}" for n in range(5))]

    assert not shared(run(texts, outlets=outlets)[1])


def test_many_rare_words_that_no_other_has_are_evidence_and_few_are_not():
    words = ["bewhiskered", "gargantuan", "lugubrious", "crepuscular", "pusillanimous", "gimcrack"]
    first = "A {} fish, {} and {}, ate a {} dog near a {} jetty with a {} roof."
    second = "Our {} town, {} as ever, woke to a {} and {} mayor, a {} choir and {} signs."
    rest = [text.format(words="of note") for text in TELLINGS[2:]]
    many = run([first.format(*words), second.format(*reversed(words)), *rest])[1]
    few = [*words[:3], "big", "old", "new"]
    some = run([first.format(*few), second.format(*reversed(few)), *rest])[1]

    assert shared(many, "shared-words").keys() == {("r2", "r1")}
    assert not shared(some, "shared-words")


def test_a_known_edge_gains_by_a_sign():
    telling = "They speak of a beast {words}, the Lorn Gazette reported."
    words = [POSTBOX, "of some size"]
    scores = []
    for choice in words:
        texts = [TELLINGS[0].format(words=choice), telling.format(words=choice), *TELLINGS[2:]]
        told = [
            make_telling(text, f"r{n}", outlet="Lorn Gazette" if n == 1 else f"Paper {n}")
            for n, text in enumerate(texts, start=1)
        ]
        found = tuple(e.replace(credits=find_credits(r, e.attributions)) for r, e, _ in told)
        reports = tuple(report for report, _, _ in told)
        descent = derive(reports, found, make_resolution(*told), Comparison())
        (edge,) = [e for e in descent.edges if e.kind is EdgeKind.CREDIT]
        scores.append(edge.score)

    assert scores[0] > scores[1]


def test_rarity_grows_from_the_commonest_word_to_those_never_met():
    assert rarity_of("the") < rarity_of("president") < rarity_of("walrus") <= RAREST
    assert rarity_of("zzyxqua") == RAREST
