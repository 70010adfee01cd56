"""`qcdc criteria try` reproduces the worked examples of docs/criteria.md to the last digit."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from tests.worked_examples import NAMED, RULE_EXAMPLES

HEAD = 'set: t\nversion: "1"\ntitle: Bảng thử\n'


def run(folder: Path, command: str, table: str, *facts: str) -> Result:
    files = [folder / "set.yaml", folder / "facts.csv"]
    files[0].write_text(table, encoding="utf-8")
    rows = "\n".join(["unit,indicator,value", *facts])
    files[1].write_text(rows + "\n", encoding="utf-8")
    given = files if command == "try" else files[:1]
    return CliRunner().invoke(main, ["criteria", command, *map(str, given), "--json"])


@pytest.mark.parametrize(
    ("most", "rule", "figures", "final"),
    [row[1:] for row in RULE_EXAMPLES],
    ids=[row[0] for row in RULE_EXAMPLES],
)
def test_rule_example(
    tmp_path: Path, most: float, rule: str, figures: str, final: str | None
) -> None:
    rule, figures = NAMED.get(rule, rule), NAMED.get(figures, figures)
    table = f'{HEAD}criteria: [{{code: "1", text: x, max: {most}, rule: {rule}}}]\n'
    facts = [f"u,{pair.replace('=', ',')}" for pair in figures.split()]
    result = run(tmp_path, "try", table, *facts, "u,@claim.1,1")
    assert result.exit_code == 0, result.output
    card = json.loads(result.stdout)["scorecards"][0]
    assert card["lines"][0]["final"] == final
    assert card["lines"][0]["reason"]
    assert card["total"] == final


def test_without_points_lines_and_blocks_say_what_they_are(tmp_path: Path) -> None:
    table = f"""{HEAD}kind: pass_fail
criteria:
  - code: "1"
    text: Nhóm
    children:
      - {{code: "1.1", text: x, rule: {{type: yes_no, figure: a}}}}
      - {{code: "1.2", text: x, rule: {{type: yes_no, figure: b}}}}
"""
    result = run(tmp_path, "try", table, "u,a,1", "v,a,1", "v,b,0")
    waiting, failed = json.loads(result.stdout)["scorecards"]
    assert [line["result"] for line in waiting["lines"]] == ["passed", "pending"]
    assert [line["result"] for line in failed["lines"]] == ["passed", "failed"]
    [block] = failed["blocks"]
    assert block | {"max": "0"} == {
        "code": "1",
        "text": "Nhóm",
        "max": "0",
        "points": None,
        "result": "failed",
    }


def test_a_slip_of_the_pen_is_an_issue_with_its_path(tmp_path: Path) -> None:
    table = HEAD + 'criteria: [{code: "1", text: x, max: 2, rule: {type: yes_no, figur: a}}]\n'
    result = run(tmp_path, "check", table)
    found = [(one["path"], one["code"]) for one in json.loads(result.stdout)]
    assert result.exit_code == 1
    assert ("criteria[0].rule.figur", "KEY_UNKNOWN") in found
    assert ("criteria[0].rule.figure", "KEY_MISSING") in found


def test_contradictions_of_the_printed_table_are_warnings(tmp_path: Path) -> None:
    bands = "[{from: 90, points: 3}, {from: 80, to: 91, points: 2}, {from: 10, to: 20, points: 1}]"
    leaf = f'{{code: "1.1", text: x, max: 4, rule: {{type: bands, figure: a, bands: {bands}}}}}'
    table = f'{HEAD}criteria: [{{code: "1", text: b, max: 5, children: [{leaf}]}}]\n'
    result = run(tmp_path, "check", table)
    codes = [one["code"] for one in json.loads(result.stdout)]
    assert result.exit_code == 0
    assert set(codes) == {
        *("SUM_DIFFERS", "BEST_DIFFERS", "BANDS_OVERLAP", "BANDS_LEAVE_HOLE", "INPUT_UNDECLARED")
    }


def test_facts_that_cannot_be_read_are_issues_with_their_line(tmp_path: Path) -> None:
    table = HEAD + 'criteria: [{code: "1", text: x, max: 2, rule: {type: yes_no, figure: a}}]\n'
    result = run(tmp_path, "try", table, "u,a,1", "u,a,0", "v,a,một", "w,b,1")
    found = [(one["path"], one["code"]) for one in json.loads(result.stdout)]
    assert result.exit_code == 1
    assert found[-3:] == [
        ("facts.csv:3", "FACTS_TWICE"),
        ("facts.csv:4", "FACTS_VALUE"),
        ("facts.csv:5", "FACTS_UNKNOWN"),
    ]


@pytest.mark.parametrize("text", ["", "[", "a: &x [1]\nb: *x", "\x00", "- 1", "criteria: 5"])
def test_no_text_makes_the_check_fall_over(tmp_path: Path, text: str) -> None:
    result = run(tmp_path, "check", text)
    assert result.exit_code == 1
    assert json.loads(result.stdout)


def test_the_example_of_the_document_is_without_issue(tmp_path: Path) -> None:
    document = (Path(__file__).parents[3] / "docs" / "criteria.md").read_text(encoding="utf-8")
    example = document.split("```yaml\n")[1].split("```")[0]
    result = run(tmp_path, "check", example)
    assert json.loads(result.stdout) == []


def test_an_unclosed_quotation_mark_does_not_swallow_rows(tmp_path: Path) -> None:
    table = (
        HEAD
        + 'criteria: [{code: "1", text: x, max: 9, rule: {type: count, figure: a, points: 1}}]\n'
    )
    for facts in (
        ['V1,@group,"X', "V1,a,3", "V2,a,4"],
        ['V1,@group,"X', "V1,a,3", 'V2,@group,"Y"', "V2,a,4"],
    ):
        assert run(tmp_path, "try", table, *facts).exit_code == 1


NONSENSE = [
    # what a slip of the pen could make of a rule, and the code it gets
    ("{type: days_late, form: tien-do, per_day: -1}", "VALUE_OUTSIDE"),
    ("{type: deduction, figure: a, points: -1}", "VALUE_OUTSIDE"),
    ("{type: checklist, items: [a, a]}", "CODE_TWICE"),
    ("{type: steps, figure: a, points: 1, least: 2, most: 1}", "VALUE_OUTSIDE"),
]


@pytest.mark.parametrize(("rule", "code"), NONSENSE)
def test_nonsense_in_a_rule_is_an_error(tmp_path: Path, rule: str, code: str) -> None:
    table = f'{HEAD}criteria: [{{code: "1", text: x, max: 2, rule: {rule}}}]\n'
    result = run(tmp_path, "check", table)
    assert result.exit_code == 1
    assert code in [one["code"] for one in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ('code: "@cap.1"', "WRONG_TYPE"),
        ('code: "1", periods: []', "KEY_MISSING"),
    ],
)
def test_nonsense_in_a_leaf_is_an_error(tmp_path: Path, words: str, code: str) -> None:
    rule = "{type: yes_no, figure: a}"
    table = f"{HEAD}criteria: [{{{words}, text: x, max: 2, rule: {rule}}}]\n"
    assert code in [one["code"] for one in json.loads(run(tmp_path, "check", table).stdout)]
