import pytest

from whence.compare.speakers import Relation, Speakers
from whence.model import (
    Anonymity,
    Entity,
    Evidence,
    Judgement,
    MentionKind,
    PossibleLink,
    Resolution,
    UnnamedType,
)


def entity(name: str, kind=MentionKind.PERSON, **more) -> Entity:
    return Entity(id=name, name=name, kind=kind, **more)


SPEAKERS = Speakers(
    Resolution(
        entities=(
            entity("Ada Fenn", roles=("harbour master",)),
            entity("Nils Brod", body="Dock Board"),
            entity("Dock Board", kind=MentionKind.ORGANISATION),
            entity("Rock Herald", kind=MentionKind.OUTLET),
            entity("N. Brod"),
            Entity(id="Fenn 2", name="Ada Fenn", kind=MentionKind.PERSON),
            entity(
                "the harbour master",
                anonymity=Anonymity.UNNAMED,
                unnamed_type=UnnamedType.OFFICIAL,
                roles=("harbour master",),
            ),
            entity("an official", anonymity=Anonymity.UNNAMED, roles=("official",)),
            entity("Ada Fenn and Olle Rask", kind=MentionKind.GROUP, members=("Ada Fenn", "Rask")),
            entity("Insp Fenn"),
            entity("Tariq al-Sabri"),
            entity("Sabri"),
            entity("another official", anonymity=Anonymity.UNNAMED, roles=("official",)),
        ),
        possible=(
            PossibleLink(
                a="N. Brod",
                b="Nils Brod",
                judgement=Judgement.UNSURE,
                evidence=(Evidence(kind="surname", score=0.5, reason="one surname"),),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Ada Fenn", "Ada Fenn", Relation.SAME),
        ("Nils Brod", "Dock Board", Relation.SAME),
        ("Ada Fenn", "Nils Brod", Relation.DIFFERENT),
        ("Ada Fenn", None, Relation.OPEN),
        ("Ada Fenn", "an official", Relation.OPEN),
        ("an official", "another official", Relation.OPEN),
        ("Ada Fenn", "the harbour master", Relation.LIKELY),
        ("N. Brod", "Nils Brod", Relation.LIKELY),
        ("Ada Fenn", "Fenn 2", Relation.LIKELY),
        ("Ada Fenn", "Rock Herald", Relation.OPEN),
        ("Ada Fenn", "Ada Fenn and Olle Rask", Relation.SAME),
        ("Nils Brod", "Ada Fenn and Olle Rask", Relation.OPEN),
        ("Ada Fenn", "Insp Fenn", Relation.LIKELY),
        ("Nils Brod", "Insp Fenn", Relation.DIFFERENT),
        ("Tariq al-Sabri", "Sabri", Relation.LIKELY),
    ],
)
def test_how_two_speakers_stand(a, b, expected):
    assert SPEAKERS.relation(a, b) is expected
    assert SPEAKERS.relation(b, a) is expected


def test_a_speaker_that_nobody_resolved_has_no_voice_of_its_own():
    assert SPEAKERS.voice(None) is None
    assert SPEAKERS.voice("Nils Brod") == "Dock Board"
