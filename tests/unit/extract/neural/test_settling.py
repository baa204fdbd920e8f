from tests.factory import span_of
from whence.extract.interface import RawMention
from whence.extract.neural.settling import settle_kinds
from whence.model import MentionKind

TEXT = "Mara Dell met Orvane. Dell left Orvane. Orvane is cold."


def named(words: str, kind: MentionKind, score: float, nth: int = 1) -> RawMention:
    return RawMention(span=span_of(TEXT, words, nth=nth), kind=kind, score=score)


def kinds(*mentions: RawMention) -> list[MentionKind]:
    return [mention.kind for mention in settle_kinds(TEXT, mentions)]


def test_the_surest_kind_of_a_name_holds_everywhere():
    assert (
        kinds(
            named("Orvane", MentionKind.PERSON, 0.3),
            named("Orvane", MentionKind.PLACE, 0.9, nth=2),
            named("Orvane", MentionKind.ORGANISATION, 0.4, nth=3),
        )
        == [MentionKind.PLACE] * 3
    )


def test_a_full_name_speaks_for_its_surname():
    found = kinds(
        named("Mara Dell", MentionKind.PERSON, 0.9),
        named("Dell", MentionKind.ORGANISATION, 0.3, nth=2),
    )
    assert found == [MentionKind.PERSON] * 2


def test_other_names_keep_their_kinds():
    assert kinds(
        named("Mara Dell", MentionKind.PERSON, 0.9), named("Orvane", MentionKind.PLACE, 0.2)
    ) == [MentionKind.PERSON, MentionKind.PLACE]
