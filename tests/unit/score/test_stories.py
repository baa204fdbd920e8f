# ruff: noqa: E501  # gold reads best with one entry on a line
"""One small gold story, and what each damage to a perfect output does to the figures."""

import json
from typing import Any

import msgspec
from pytest import approx

from whence.score import Gold, Output, score_stories, score_story

SPEAKERS = {
    "ada": {"name": "Ada Roe", "aliases": ["the mayor"], "type": "person"},
    "mill": {"name": "Fenn Mill Company", "aliases": [], "type": "org"},
}
GOLD: dict[str, Any] = {
    "story": "mill",
    "complete": {"direct": True, "indirect": True},
    "reports": [
        {"id": "r1", "outlet": "Fenn Echo", "contribution": "original"},
        {"id": "r2", "outlet": "Daily Post", "contribution": "copy"},
    ],
    "carrier_aliases": {"Fenn Echo": ["the Echo"]},
    "speakers": SPEAKERS,
    "statements": [
        {"id": "a", "report": "r1", "speaker": "ada", "kind": "direct", "spans": [[0, 20]], "carriers": ["Fenn Echo"]},
        {"id": "b", "report": "r2", "speaker": "ada", "kind": "direct", "spans": [[10, 30]]},
        {"id": "c", "report": "r2", "speaker": "mill", "kind": "indirect", "spans": [[50, 60], [70, 80]]},
        {"id": "d", "report": "r2", "speaker": "mill", "kind": "indirect", "spans": [[90, 95]], "optional": True},
    ],
    "not_statements": [{"report": "r1", "spans": [[40, 50]], "why": "caption"}],
    "quote_groups": [
        {"id": "q", "passage": "p", "type": "quote", "members": [
            {"report": "r1", "spans": [[0, 20]], "variation": ["base"]},
            {"report": "r2", "spans": [[10, 30]], "variation": ["trimmed", "tense"]},
        ]},
    ],
    "figures": [
        {"id": "f", "report": "r1", "start": 30, "end": 32, "low": 6, "high": 6, "unit": "km", "source": "mill", "as_of": "2025-01-02", "qualifier": "exact"},
        {"id": "g", "report": "r2", "start": 3, "end": 5, "low": 7, "high": 9, "unit": "jobs", "qualifier": "range"},
    ],
    "measures": [{"id": "m", "figures": ["f", "g"], "relations": [{"a": "f", "b": "g", "relation": "different_source"}]}],
    "dates": [{"report": "r1", "start": 33, "end": 36, "norm": "2025-01-02T09:00"}],
    "derivations": [
        {"from": "r2", "to": "the Echo", "type": "credit"},
        {"from": "r2", "to": "r1", "type": "reuse"},
        {"from": "r2", "to": "Pictures Ltd", "type": "photo_credit", "optional": True},
    ],
    "origins": [
        {"id": "o", "n_independent": 2, "n_acceptable": [1, 2], "members": [
            {"report": "r1", "spans": [[0, 20]]}, {"report": "r2", "spans": [[10, 30]]}]},
    ],
}  # fmt: skip


def perfect() -> dict[str, Any]:
    output = json.loads(json.dumps(GOLD))
    for statement in output["statements"]:
        statement["speaker"] = SPEAKERS[statement["speaker"]]["name"]
        statement.setdefault("modality", "assert")
    output["figures"][0]["source"] = "Fenn Mill Company"
    output["reports"] = [
        {"id": r["id"], "contribution": r["contribution"]} for r in GOLD["reports"]
    ]
    return output


def table(output: dict[str, Any]) -> dict[str, Any]:
    gold = msgspec.convert(GOLD, Gold)
    return score_story(gold, msgspec.convert(output, Output)).table()


def test_gold_as_output_is_perfect():
    rows = table(perfect())
    assert rows.pop("traps hit (of)") == "0/1"
    rows.pop("  cov R mixed")
    assert set(rows.values()) == {1}


def test_empty_output_finds_nothing():
    rows = table({})
    assert rows["stmt F1"] == rows["figure F1"] == rows["edge F1"] == 0
    assert rows["origin found"] == 0
    assert rows["speaker acc"] is None
    assert rows["quote B3 P"] == 1
    assert rows["quote B3 R"] == 0.5


def test_a_wrong_speaker_is_found_but_not_right():
    output = perfect()
    output["statements"][0]["speaker"] = "Bob Roe"
    rows = table(output)
    assert rows["stmt found F1"] == 1
    assert rows["stmt R"] == approx(2 / 3)
    assert rows["speaker acc"] == 0.75
    assert rows["stmt cov R"] == approx(2 / 3)


def test_names_are_folded():
    for name, right in (
        ("Mayor Ada Roe", True),
        ("A. Roe", True),
        ("Roe", True),
        ("the mayor", True),
        ("she", False),
        ("Ann Roe", False),
        (None, False),
    ):
        output = perfect()
        output["statements"][0]["speaker"] = name
        assert table(output)["speaker acc"] == (1 if right else 0.75), name


def test_half_of_an_organisation_is_enough():
    output = perfect()
    output["statements"][2]["speaker"] = "Fenn Mill"
    assert table(output)["speaker acc"] == 1


def test_optional_statements_are_neutral():
    output = perfect()
    del output["statements"][3]
    assert table(output)["stmt F1"] == 1


def test_cut_quotations_still_cover():
    output = perfect()
    first = output["statements"][0]
    output["statements"][:1] = [{**first, "spans": [[0, 9]]}, {**first, "spans": [[9, 20]]}]
    rows = table(output)
    assert rows["stmt cov F1"] == 1
    assert rows["stmt P"] == 0.75


def test_a_trap_is_counted():
    output = perfect()
    output["statements"].append(
        {"report": "r1", "spans": [[38, 50]], "speaker": "x", "kind": "direct"}
    )
    rows = table(output)
    assert rows["traps hit (of)"] == "1/1"
    assert rows["stmt P"] == 0.75


def test_inherited_carriers_are_neither_asked_nor_punished():
    output = perfect()
    output["statements"][1]["carriers"] = ["Daily Post"]
    assert table(output)["carrier acc"] == 0.75
    output["statements"][1]["carriers"] = []
    output["statements"][0]["carriers"] = []
    rows = table(output)
    assert rows["carrier acc"] == 0.75
    assert rows["carrier acc where any"] == 0


def test_split_groups_lower_recall_and_merged_ones_precision():
    output = perfect()
    base, other = output["quote_groups"][0]["members"]
    output["quote_groups"] = [{"id": "1", "members": [base]}, {"id": "2", "members": [other]}]
    rows = table(output)
    assert (rows["quote B3 P"], rows["quote B3 R"]) == (1, 0.5)


def test_the_gravest_label_is_the_primary_one():
    output = perfect()
    output["quote_groups"][0]["members"][1]["variation"] = ["tense"]
    rows = table(output)
    assert (rows["variation exact"], rows["variation jaccard"]) == (0, 0.5)
    assert rows["variation primary"] == 1


def test_values_are_compared_after_conversion():
    output = perfect()
    output["figures"][0] |= {"low": 6000, "high": 6000, "unit": "metres"}
    assert table(output)["figure F1"] == 1
    output["figures"][0]["low"] = 6200
    assert table(output)["figure F1"] == 0.5


def test_a_figure_off_gold_is_no_false_alarm_where_gold_is_incomplete():
    output = perfect()
    output["figures"].append({"id": "x", "report": "r1", "start": 60, "end": 62, "low": 1})
    assert table(output)["figure P"] == 1


def test_conflict_is_accepted_for_rival_counters():
    output = perfect()
    output["measures"][0]["relations"][0]["relation"] = "conflict"
    assert table(output)["relation acc"] == 1
    output["measures"][0]["relations"][0]["relation"] = "agree"
    rows = table(output)
    assert (rows["relation acc"], rows["conflict/not acc"]) == (0, 1)


def test_dates_agree_from_the_month_on():
    for norm, right in (("2025-01-02", 1), ("2025-01", 1), ("2025", 0), ("2025-01-03", 0)):
        output = perfect()
        output["dates"][0]["norm"] = norm
        assert table(output)["date acc (of all)"] == right, norm


def test_edges_fold_outlets_in_the_set_and_reuse_has_no_direction():
    output = perfect()
    output["derivations"] = [
        {"from": "r2", "to": "Fenn Echo", "type": "credit"},
        {"from": "r1", "to": "r2", "type": "reuse"},
        {"from": "r1", "to": "Fenn Echo", "type": "credit"},
    ]
    assert table(output)["edge F1"] == 1
    output["derivations"][0] = {"from": "r1", "to": "r2", "type": "credit"}
    rows = table(output)
    assert (rows["edge P"], rows["edge R"]) == (0.5, 0.5)


def test_an_acceptable_count_is_not_exact():
    output = perfect()
    output["origins"][0]["n_independent"] = 1
    rows = table(output)
    assert (rows["origin count acc"], rows["origin acceptable"]) == (0, 1)


def test_an_origin_needs_half_of_the_members():
    output = perfect()
    output["origins"][0]["members"] = [{"report": "r2", "spans": [[60, 70]]}]
    assert table(output)["origin found"] == 0


def test_contributions_are_counted():
    output = perfect()
    output["reports"][1]["contribution"] = "relay"
    assert table(output)["contribution acc"] == 0.5


def test_stories_add_up_item_by_item(tmp_path):
    for slug in ("one", "two"):
        (tmp_path / "gold" / slug).mkdir(parents=True)
        gold = {**GOLD, "story": slug, "kind": slug}
        (tmp_path / "gold" / slug / "gold.json").write_text(json.dumps(gold))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "one.json").write_text(json.dumps(perfect()))
    result = score_stories(tmp_path / "gold", tmp_path / "out")
    columns = result.columns()
    assert result.missing == ("two",)
    assert columns["one"]["stmt F1"] == 1
    assert columns["ALL two"]["stmt F1"] == 0
    assert columns["ALL (micro)"]["stmt R"] == 0.5
    assert columns["ALL (micro)"]["traps hit (of)"] == "0/2"
