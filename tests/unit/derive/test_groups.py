"""Keys put together two at a time."""

from whence.derive.groups import Groups


def test_what_is_joined_by_way_of_others_is_one_group():
    groups = Groups("abcd")

    assert groups.join("a", "c")
    assert groups.join("c", "d")
    assert not groups.join("d", "a")
    assert groups.members() == [["a", "c", "d"], ["b"]]


def test_the_key_that_ranks_first_stands_for_its_group():
    groups = Groups(rank=lambda key: (-len(key), key))
    groups.join("b", "ccc")
    groups.join("b", "a")

    assert {groups.find(key) for key in ("a", "b", "ccc")} == {"ccc"}
