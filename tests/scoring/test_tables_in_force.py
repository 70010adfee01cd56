"""Which tables are in force together, and which may not be."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from scoring.criteria import CriteriaSet
from scoring.tables_in_force import clashing, in_force

FIRST = date(2022, 1, 1)
OLD = CriteriaSet("a", "1", "A", Decimal(0), (), in_force_from=FIRST, unit_kinds=("huyen",))
NEW = replace(OLD, version="2", in_force_from=date(2023, 1, 1))
OTHER = replace(OLD, code="b", unit_kinds=("xa",))


def test_of_a_tables_versions_the_latest_to_come_into_force_counts() -> None:
    assert in_force((NEW, OLD), date(2022, 12, 31)) == (OLD,)
    assert in_force((NEW, OLD), date(2023, 1, 1)) == (NEW,)
    again = replace(OLD, version="1b")
    assert in_force((OLD, again), FIRST) == (again,)


def test_an_ended_version_gives_way_to_an_older_one_without_end() -> None:
    trial = replace(NEW, in_force_to=date(2023, 6, 30))
    assert in_force((OLD, trial), date(2023, 6, 30)) == (trial,)
    assert in_force((OLD, trial), date(2023, 7, 1)) == (OLD,)


def test_tables_are_ordered_by_the_day_they_came_into_force_then_by_code() -> None:
    later = replace(OTHER, code="c", in_force_from=date(2022, 6, 1))
    found = in_force((OTHER, OLD, later), date(2022, 7, 1))
    assert [one.code for one in found] == ["c", "a", "b"]


def test_what_is_never_in_force_on_the_same_day_does_not_clash() -> None:
    same = replace(OLD, code="b")
    assert clashing((OLD,), same) == OLD
    assert clashing((replace(OLD, in_force_to=date(2022, 6, 30)),), same) is not None
    after = replace(same, in_force_from=date(2022, 7, 1))
    assert clashing((replace(OLD, in_force_to=date(2022, 6, 30)),), after) is None
    ended = replace(OLD, in_force_from=None, in_force_to=date(2021, 12, 31))
    assert clashing((ended,), same) is None


def test_only_the_version_that_counts_on_a_day_can_clash() -> None:
    """The old version of A would clash, but it was followed by one for another kind of unit."""
    followed = replace(NEW, unit_kinds=("xa",))
    added = replace(OLD, code="b", in_force_from=date(2023, 1, 1))
    assert clashing((OLD,), added) == OLD
    assert clashing((OLD, followed), added) is None


def test_a_table_for_every_kind_of_unit_shares_all_kinds() -> None:
    assert clashing((OLD,), replace(OTHER, unit_kinds=())) == OLD
    assert clashing((OLD,), OTHER) is None
    assert clashing((OLD,), replace(OTHER, unit_kinds=(), form="tu-cham-khac")) is None
