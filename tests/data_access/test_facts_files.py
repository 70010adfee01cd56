"""FACTS.csv, as docs/criteria.md section 10 says."""

from decimal import Decimal

import pytest

from data_access.criteria_files import criteria_from_text
from data_access.facts_files import facts_from_csv
from scoring.facts import Absent, UnitFacts
from tests.builders import CRITERIA

TABLE, _ = criteria_from_text(CRITERIA)


def read(*rows: str) -> tuple[tuple[UnitFacts, ...], list[tuple[str, str | None]]]:
    text = "\n".join(("unit,indicator,value", *rows))
    facts, issues = facts_from_csv(text, TABLE, "facts.csv")
    return facts, [(found.code.value, found.where.path) for found in issues]


def test_every_kind_of_row_finds_its_place() -> None:
    (facts,), issues = read(
        "001,@group,Đồng bằng",
        "001,@attr.vung,miền núi",
        "001,ke_hoach,1",
        "001,da_hop,KPS",
        "001,tong,",
        "001,@claim.1.1,3.5",
        "001,@appraised.1.4,0.75",
        "001,@evidence.1.1,2",
        "001,@days_late.tien-do,3",
        "001,@missed.tien-do,0",
        "001,@tie,2",
    )
    assert issues == []
    assert facts.tie_order == 2
    assert (facts.unit, facts.group, facts.attributes) == ("001", "Đồng bằng", {"vung": "miền núi"})
    assert facts.value("ke_hoach") == 1
    assert facts.value("da_hop") is Absent.NOT_ARISEN
    assert facts.value("tong") is Absent.NOT_REPORTED
    assert facts.claims["1.1"].value == Decimal("3.5")
    assert facts.appraisals["1.4"].points == Decimal("0.75")
    assert facts.evidence["1.1"].value == 2
    assert facts.value("@days_late.tien-do") == 3
    source = facts.figures["ke_hoach"].source
    assert (source.file, source.cell) == ("facts.csv", "4")


def test_group_and_attributes_alone_are_no_self_score() -> None:
    facts, _ = read("001,@group,A", "001,@attr.x,y", "001,ke_hoach,", "002,ke_hoach,0")
    assert [(one.unit, one.submitted) for one in facts] == [("001", False), ("002", True)]


def test_a_row_may_say_whether_a_self_score_came() -> None:
    facts, issues = read("001,ke_hoach,1", "001,@submitted,0", "002,@submitted,1")
    assert issues == []
    assert [(one.unit, one.submitted) for one in facts] == [("001", False), ("002", True)]
    assert "@submitted" not in facts[1].figures
    (left_empty,), _ = read("001,ke_hoach,1", "001,@submitted,")
    assert left_empty.submitted


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("001,@submitted,2", "FACTS_VALUE"),
        ("001,@submitted,KPS", "FACTS_VALUE"),
        ("001,ke_hoach,có", "FACTS_VALUE"),
        ("001,ke_hoach,1e5", "FACTS_VALUE"),
        ("001,ke_hoach,NaN", "FACTS_VALUE"),
        ('001,ke_hoach,"0,5"', "FACTS_VALUE"),
        ("001,khong_co,1", "FACTS_UNKNOWN"),
        ("001,@claim.9.9,1", "FACTS_UNKNOWN"),
        ("001,@clam.1.1,1", "FACTS_UNKNOWN"),
    ],
)
def test_a_wrong_row_is_named_by_its_line(row: str, code: str) -> None:
    assert read(row)[1] == [(code, "facts.csv:2")]


def test_the_same_answer_twice_is_an_error() -> None:
    assert read("001,ke_hoach,1", "001,ke_hoach,0")[1] == [("FACTS_TWICE", "facts.csv:3")]


def test_too_many_or_too_few_cells_are_named_by_their_line() -> None:
    assert read("001,ke_hoach", "", "001,ke_hoach,1,2")[1] == [
        ("FACTS_VALUE", "facts.csv:2"),
        ("FACTS_VALUE", "facts.csv:4"),
    ]


def test_another_header_stops_the_reading() -> None:
    facts, issues = facts_from_csv("unit;indicator;value\n001;a;1\n", TABLE, "f.csv")
    assert (facts, [found.code.value for found in issues]) == ((), ["FACTS_HEADER"])


def test_a_bom_and_windows_lines_are_accepted() -> None:
    text = "\ufeffunit,indicator,value\r\n001,ke_hoach,1\r\n"
    facts, issues = facts_from_csv(text, TABLE, "f.csv")
    assert (facts[0].value("ke_hoach"), issues) == (1, ())
