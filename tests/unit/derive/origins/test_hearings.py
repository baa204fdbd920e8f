"""Where the words of an attribution were heard, as far as its report says."""

from tests.factory import make_resolution, make_telling
from whence.derive.material import index_material
from whence.derive.origins.hearings import find_hearings
from whence.extract.credits import find_credits
from whence.model import Comparison

CLOSED = "the lock had been closed at noon"
TOWED = "the barge would be towed on Sunday"


def hear(text, *, speakers, body=None, outlet="Courier"):
    """Hearings by the words heard; ``body`` is who the last speaker speaks for."""
    telling = make_telling(text, "r1", speakers=speakers, outlet=outlet)
    report, extraction, _ = telling
    extraction = extraction.replace(credits=find_credits(report, extraction.attributions))
    resolution = make_resolution(telling)
    if body is not None:
        entities = {entity.name: entity for entity in resolution.entities}
        spokesman = list(speakers.values())[-1]
        entities[spokesman] = entities[spokesman].replace(body=entities[body].id)
        resolution = resolution.replace(entities=tuple(entities.values()))
    material = index_material((report,), (extraction,), resolution, Comparison())
    found = find_hearings(material)
    return {a.content[0].of(text): found[a.id] for a in extraction.attributions}


def test_what_a_spokesman_told_says_where_his_body_was_heard():
    found = hear(
        f"The Port Office said {CLOSED}. Its spokesman Bo Marsh told the Courier {TOWED}.",
        speakers={CLOSED: "Port Office", TOWED: "Bo Marsh"},
        body="Port Office",
    )

    assert found[CLOSED].is_own
    assert found[CLOSED].inherited


def test_what_somebody_else_told_says_nothing_of_a_body():
    found = hear(
        f"The Port Office said {CLOSED}. The farmer Bo Marsh told the Courier {TOWED}.",
        speakers={CLOSED: "Port Office", TOWED: "Bo Marsh"},
    )

    assert not found[CLOSED].is_known
    assert found[TOWED].is_own
