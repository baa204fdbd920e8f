"""Which unnamed voices are held apart from named ones."""

import pytest

from tests.factory import make_report
from whence.derive.material import index_material
from whence.derive.origins.by_voice import split_by_voice
from whence.derive.origins.types import Hearing
from whence.derive.origins.voices import is_apart, is_same_voice
from whence.model import Anonymity, Comparison, Entity, MentionKind, OriginKind, Resolution


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


def described(id, name, kind, *roles):
    return Entity(id=id, name=name, kind=kind, roles=tuple(roles), anonymity=Anonymity.UNNAMED)


BRIGADE = described("e4", "the fire service", MentionKind.ORGANISATION, "service")
DIRECTORATE = described("e5", "the coastal directorate", MentionKind.UNKNOWN)
POLICE = described("e6", "the police", MentionKind.GROUP, "police")
MIDWIFE = described("e7", "a midwife", MentionKind.PERSON, "midwife")
SPOKESMAN = described("e8", "a spokesman", MentionKind.PERSON, "spokesman")
VILLAGERS = described("e9", "villagers", MentionKind.GROUP, "villager")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (BRIGADE, DIRECTORATE, True),
        (POLICE, BRIGADE, True),
        (MIDWIFE, BRIGADE, True),
        (SPOKESMAN, BRIGADE, False),
        (VILLAGERS, BRIGADE, False),
        (DIRECTORATE, DOCTOR, True),
    ],
    ids=[
        "two-bodies",
        "police-and-a-body",
        "somebody-without-office",
        "may-speak-for-it",
        "a-group-may-be-anybody",
        "a-body-and-a-named-person",
    ],
)
def test_unnamed_bodies_are_told_apart(one, other, apart):
    material = index_material((), (), Resolution(entities=(one, other)), Comparison())

    assert is_apart(material, one.id, other.id) is apart


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("Ilse Marnoveck", True),
        ("Ilse Marnovecz", True),
        ("Olga Marnovec", False),
        ("Ilse Bern", False),
    ],
    ids=["a-letter-more", "a-letter-else", "another-first-name", "another-name"],
)
def test_a_slip_of_a_letter_makes_no_second_voice(other, same):
    story = (person("e1", "Ilse Marnovec"), person("e2", other))
    material = index_material((), (), Resolution(entities=story), Comparison())

    assert is_same_voice(material, "e1", "e2") is same


def test_short_names_that_differ_in_a_letter_are_two():
    story = (person("e1", "Ilse Marn"), person("e2", "Ilse Mark"))
    material = index_material((), (), Resolution(entities=story), Comparison())

    assert not is_same_voice(material, "e1", "e2")


@pytest.mark.parametrize(
    ("knows", "apart"), [(("r2",), True), (("r1", "r2"), False)], ids=["elsewhere", "in-its-report"]
)
def test_a_described_person_is_nobody_of_another_role_whom_its_report_does_not_know(knows, apart):
    sailor = described("e10", "the sailor", MentionKind.PERSON, "sailor").replace(reports=("r1",))
    doctor = DOCTOR.replace(reports=knows)
    material = index_material((), (), Resolution(entities=(sailor, doctor)), Comparison())

    assert is_apart(material, "e10", "e1") is apart


@pytest.mark.parametrize(("name", "apart"), [("Brand Coaches", False), ("Lorn City Council", True)])
def test_the_firm_may_be_any_body_that_is_of_no_other_sort(name, apart):
    firm = described("e11", "the coach firm", MentionKind.ORGANISATION, "firm")
    named = Entity(id="e12", name=name, kind=MentionKind.ORGANISATION)
    material = index_material((), (), Resolution(entities=(firm, named)), Comparison())

    assert is_apart(material, "e11", "e12") is apart


def test_the_police_are_no_hospital_but_may_be_an_inspector():
    hospital = Entity(id="e13", name="Lorn Hospital", kind=MentionKind.ORGANISATION)
    inspector = person("e14", "Bo Ray", "inspector")
    story = (POLICE, hospital, inspector)
    material = index_material((), (), Resolution(entities=story), Comparison())

    assert is_apart(material, "e6", "e13")
    assert not is_apart(material, "e6", "e14")


@pytest.mark.parametrize(("spoken_for", "apart"), [(True, True), (False, False)])
def test_a_body_for_which_somebody_named_speaks_is_not_another_person(spoken_for, apart):
    body = described("e20", "the museum", MentionKind.ORGANISATION)
    speaker = person("e21", "Leo Strand", "head").replace(body=body.id if spoken_for else None)
    former = person("e22", "Ansel Kerr", "director")
    story = Resolution(entities=(body, speaker, former))
    material = index_material((), (), story, Comparison())

    assert is_apart(material, body.id, former.id) is apart


@pytest.mark.parametrize(("role", "apart"), [("union steward", True), ("police inspector", False)])
def test_the_police_are_no_named_person_of_another_calling(role, apart):
    named = person("e23", "Gil Farr", role)
    story = Resolution(entities=(POLICE, named))
    material = index_material((), (), story, Comparison())

    assert is_apart(material, POLICE.id, named.id) is apart


def test_a_body_without_a_name_is_rather_another_body_than_a_person():
    firm = Entity(id="e24", name="Velm Haulage", kind=MentionKind.ORGANISATION)
    lawyer = person("e25", "Ansel Kerr", "lawyer")
    operator = described("e26", "the operator", MentionKind.ORGANISATION, "operator")
    story = Resolution(entities=(firm, lawyer, operator))
    reports = tuple(make_report("", f"r{n}") for n in range(4))
    material = index_material(reports, (), story, Comparison())
    hearings = tuple(
        Hearing(attribution=f"a{n}", report=f"r{n}", kind=OriginKind.UNKNOWN, voice=voice)
        for n, voice in enumerate((lawyer.id, lawyer.id, firm.id, operator.id))
    )

    found = dict(split_by_voice(material, hearings, {}))

    assert [hearing.voice for hearing in found[firm.id]] == [firm.id, operator.id]
