"""The illustrative table of criteria."""

import re
from decimal import Decimal

from data_access.criteria_files import criteria_from_text
from sample_data import tables
from scoring.rule_types import RULES_BY_WORD
from scoring.rules.days_late import DaysLate
from tests.tried_tables import CRITERIA


def test_the_table_is_read_without_a_single_warning() -> None:
    table, issues = criteria_from_text(tables.criteria_text())
    assert table is not None
    assert issues == ()


def test_the_table_says_that_nobody_published_it() -> None:
    table = tables.criteria()
    assert table.illustrative
    assert table.decision is None
    assert "(minh họa)" in table.title


def test_thirty_criteria_make_a_hundred_points_in_blocks_of_ten_and_ninety() -> None:
    table = tables.criteria()
    assert len(table.standard_leaves()) == 30
    assert [block.max for block in table.criteria] == [Decimal(10), Decimal(90)]
    assert table.max == Decimal(100)


def test_every_type_of_rule_is_used_by_some_table() -> None:
    texts = [file.read_text(encoding="utf-8") for file in CRITERIA.glob("*.yaml")]
    assert set(re.findall(r"type: (\w+)", "\n".join(texts))) == {*RULES_BY_WORD, "veto"}


def test_lateness_is_counted_on_both_forms() -> None:
    rules = [leaf.rule for leaf in tables.criteria().leaves()]
    asked = {key for rule in rules if isinstance(rule, DaysLate) for key in rule.figures()}
    assert {"@days_late.tien-do", "@days_late.tu-cham"} <= asked


def test_whoever_sends_no_self_score_falls_into_the_lowest_class() -> None:
    table = tables.criteria()
    struck = [veto.class_name for veto in table.vetoes if veto.rule.not_submitted]
    assert struck == [table.classes[-1].name]


def test_the_disclosure_list_has_the_fourteen_items_of_article_11() -> None:
    leaf = tables.criteria().leaf("2.1.1")
    assert leaf is not None
    assert len(leaf.inputs) == 14
    assert "Điều 11" in leaf.article
