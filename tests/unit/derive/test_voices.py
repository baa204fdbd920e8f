"""Which unnamed voices are held apart from named ones."""

import pytest

from whence.derive.material import index_material
from whence.derive.voices import is_apart
from whence.model import Anonymity, Comparison, Entity, MentionKind, Resolution


def person(id, name, *roles, anonymity=Anonymity.NAMED):
    return Entity(
        id=id, name=name, kind=MentionKind.PERSON, roles=tuple(roles), anonymity=anonymity
    )


DOCTOR = person("e1", "Ilse Marn", "doctor")
MINISTER = person("e2", "Oskar Vell", "interior minister")
DESCRIBED = person("e3", "the minister", "minister", anonymity=Anonymity.UNNAMED)


@pytest.mark.parametrize(
    ("named", "story", "apart"),
    [
        (DOCTOR, (DOCTOR, MINISTER, DESCRIBED), True),
        (MINISTER, (DOCTOR, MINISTER, DESCRIBED), False),
        (DOCTOR, (DOCTOR, DESCRIBED), False),
        (DOCTOR.replace(roles=()), (DOCTOR.replace(roles=()), MINISTER, DESCRIBED), False),
    ],
    ids=["another-is-minister", "is-the-minister", "no-minister-named", "no-role-known"],
)
def test_a_described_person_is_not_one_of_another_role(named, story, apart):
    material = index_material((), (), Resolution(entities=story), Comparison())

    assert is_apart(material, "e3", named.id) is apart
