"""Chains of carriers, measured on the labelled examples that ship with the project."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.factory import span_of
from tests.unit.extract.reading import read
from whence.model import Attribution, CarrierRole, overlap, surface

FOLDER = Path(__file__).parents[3] / "chains"
FLOORS = {"train": 0.98, "test": 0.97}


def examples(part: str) -> list[dict[str, object]]:
    with (FOLDER / f"{part}.toml").open("rb") as stream:
        found = tomllib.load(stream)["chain"]
    assert len(found) > 100
    return found


def folded(name: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", name.lower())


def pick(example: dict[str, object]) -> Attribution | None:
    """The narrowest attribution over most of the words asked for."""
    text = str(example["text"])
    _, found = read(text, outlet=example.get("outlet"))
    wanted = span_of(text.lower(), str(example["content"]).lower())
    enough = 0.6 * (wanted.end - wanted.start)
    fitting = [a for a in found if overlap(a.content, [wanted]) >= enough]
    return min(fitting, key=lambda a: sum(e - s for s, e in a.content), default=None)


@pytest.mark.parametrize("part", ["train", "test"])
def test_via_is_exactly_right_as_often_as_pinned(part):
    wrong = []
    for example in examples(part):
        found = pick(example)
        via = None if found is None else [folded(carrier.name) for carrier in found.via]
        if via != [folded(name) for name in example["via"]]:
            wrong.append((example["text"], via))
    assert 1 - len(wrong) / len(examples(part)) >= FLOORS[part], wrong


def test_train_and_test_share_no_pattern_and_no_text():
    train, test = examples("train"), examples("test")
    assert not {e["pattern"] for e in train} & {e["pattern"] for e in test}
    assert not {e["text"] for e in train} & {e["text"] for e in test}
    assert len(train) + len(test) >= 300


def via_of(text: str, content: str, **more: object) -> list[tuple[str, CarrierRole, bool, bool]]:
    report, found = read(text, **more)
    wanted = span_of(report, content)
    fitting = [a for a in found if overlap(a.content, [wanted]) == wanted.end - wanted.start]
    narrowest = min(fitting, key=lambda a: len(surface(text, a.content)))
    return [(c.name, c.role, c.inherited, c.is_self) for c in narrowest.via]


def test_roles_say_how_a_carrier_stands_to_the_speaker():
    assert via_of("Okal told the BBC the dam held.", "the dam held") == [
        ("BBC", CarrierRole.TOLD, False, False)
    ]
    assert via_of("Reuters, citing two officials, reported the dam held.", "the dam held") == [
        ("Reuters", CarrierRole.CITED, False, False)
    ]
    assert via_of("Okal said the dam held, Reuters reported.", "the dam held") == [
        ("Reuters", CarrierRole.REPORTED, False, False)
    ]
    assert via_of("According to papers obtained by Reuters, the dam held.", "the dam held") == [
        ("Reuters", CarrierRole.OBTAINED, False, False)
    ]


def test_own_outlet_as_hearer_is_marked():
    (carrier,) = via_of(
        "Okal told the Lorn Gazette the dam held.", "the dam held", outlet="Lorn Gazette"
    )
    assert carrier == ("Lorn Gazette", CarrierRole.TOLD, False, True)
    (carrier,) = via_of(
        "Okal told this newspaper the dam held.", "the dam held", outlet="Lorn Gazette"
    )
    assert carrier[3]


def test_what_was_established_once_is_inherited_by_the_same_speaker_only():
    text = (
        "Mira Okal told the BBC the dam held. “We slept well,” she said. Tomas Vreel said it leaks."
    )
    assert via_of(text, "We slept well") == [("BBC", CarrierRole.TOLD, True, False)]
    assert via_of(text, "it leaks") == []


def test_a_relative_of_the_same_surname_inherits_nothing():
    text = "Mira Okal told the BBC the dam held. “We slept,” Okal said. Tomas Okal said it leaks."
    assert via_of(text, "it leaks") == []


def test_what_is_added_to_a_statement_inherits_nothing():
    text = "Okal told the BBC the dam held. In a video Okal said it leaks. She said it was old."
    assert via_of(text, "it was old") == []


def test_the_order_goes_from_the_speaker_outwards():
    text = "The Lorn Gazette reported that Okal had told the BBC that Vreel said the dam held."
    assert [name for name, *_ in via_of(text, "the dam held")] == ["Okal", "BBC", "Lorn Gazette"]


def test_no_outlet_is_taken_for_a_carrier_of_its_own_words():
    assert via_of("The BBC reported that the dam held.", "the dam held") == []
    assert via_of("Okal said in a letter that the dam held.", "the dam held") == []


def test_what_follows_in_marks_is_the_speakers_who_is_passed_on():
    _, found = read("“The dam held,” Okal said, according to the Lorn Gazette. “It always has.”")
    (told,) = [a for a in found if a.is_statement]
    assert [carrier.name for carrier in told.via] == ["Lorn Gazette"]
    assert len(told.content) == 2


def test_an_outlet_of_one_plain_word_heard_it():
    text = "“The dam held,” engineer Mira Okal told Corvane, according to the Lorn Gazette."
    assert [name for name, *_ in via_of(text, "The dam held,")] == ["Corvane", "Lorn Gazette"]


def test_whom_the_speaker_told_stands_before_those_who_quote_it():
    text = "“The dam held,” Okal told Corvane, as quoted by the Lorn Gazette."
    assert [name for name, *_ in via_of(text, "The dam held,")] == ["Corvane", "Lorn Gazette"]


def test_a_pronoun_that_carries_goes_by_the_name_it_takes_up():
    text = "Ines Vahl said it was shut. She said that an engineer had told her it was old."
    assert [name for name, *_ in via_of(text, "it was old")] == ["Ines Vahl"]


def test_a_pronoun_that_takes_up_nobody_carries_nothing():
    text = "She said that an engineer had told Vahl it was old."
    assert via_of(text, "it was old") == []


def test_the_agency_passes_on_where_a_news_agency_was_named_before():
    words = "Orr said the dam had held, the agency reported."
    _, found = read(f"Ana Orr told the Lorn Press Agency that she was safe.\n\n{words}")
    assert [a.is_statement for a in found] == [True, False, True]
    _, found = read(f"Ana Orr told the flood control agency that she was safe.\n\n{words}")
    assert all(a.is_statement for a in found)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Okal told the BBC the dam held. It was reported that it leaks.", "it leaks"),
        ("Okal told the BBC the dam held. It drew ire from divers who said it leaks.", "it leaks"),
        ("Mira Okal told the BBC it held. Tomas Vreel came. He said it leaks.", "it leaks"),
        ("Okal told the BBC the dam held. In a letter he wrote that it leaks.", "it leaks"),
        ("Okal told the BBC the dam held. “It leaks,” he told reporters.", "It leaks,"),
        (
            "Okal told the BBC it leaks. Vreel said: “Never. And he said it was sound.”",
            "it was sound",
        ),
    ],
)
def test_a_passive_a_relative_or_another_occasion_inherits_nothing(text, content):
    assert not any(inherited for _, _, inherited, _ in via_of(text, content))


def test_the_outlet_that_a_source_names_is_no_carrier_beside_it():
    assert via_of("A report by the BBC said that the dam held.", "the dam held") == []
    assert via_of("An investigation by the BBC has found that it leaks.", "it leaks") == []


def test_sources_at_an_outlet_speak_for_themselves():
    text = "A BBC source reported that Okal said the dam leaks."
    _, found = read(text)
    assert [a.is_statement for a in found] == [True, True]
    assert [name for name, *_ in via_of(text, "the dam leaks")] == ["BBC source"]


def test_the_paper_that_was_told_is_the_one_credited_last():
    text = (
        "The Lorn Gazette reported that the dam held. “It leaks,” a diver told the paper on Friday."
    )
    assert via_of(text, "It leaks,") == [("Lorn Gazette", CarrierRole.TOLD, False, False)]


def test_the_site_that_was_told_is_the_one_named_with_its_article():
    text = (
        "The Lorn Gazette reported that the dam held. It took The Quill one call. "
        "“It leaks,” a diver told the site."
    )
    assert via_of(text, "It leaks,") == [("Quill", CarrierRole.TOLD, False, False)]
