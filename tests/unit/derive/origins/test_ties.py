"""Which known hearings of one voice are one."""

import pytest

from tests.factory import make_report
from whence.derive.groups import Groups
from whence.derive.material import index_material
from whence.derive.origins.ties import OneVoice, find_ties
from whence.derive.origins.types import Copies, Hearing
from whence.model import Comparison, OriginKind, Resolution


def hearing(report, **more):
    return Hearing(
        attribution=f"a-{report}", report=report, kind=OriginKind.UNKNOWN, voice="e1", **more
    )


OWN = hearing("r2", hearer="gazette", is_own=True, is_heard=True)
CARRIED = hearing("r2", hearer="gazette", is_heard=True)


@pytest.mark.parametrize(("plain", "count"), [(OWN, 2), (CARRIED, 1)])
def test_what_is_established_elsewhere_gives_way_but_not_to_an_outlets_own_talk(plain, count):
    inherited = hearing("r1", is_public=True, inherited=True)
    reports = (make_report("", "r1", outlet="Courier"), make_report("", "r2", outlet="Gazette"))
    material = index_material(reports, (), Resolution(), Comparison())
    one = OneVoice(
        material=material,
        hearings=(inherited, plain),
        same_words={},
        copies=Copies(near_verbatim={}),
    )
    groups = Groups((inherited.key, plain.key))

    for tie in find_ties(one):
        groups.join(tie.a, tie.b)

    assert len(groups.members()) == count
