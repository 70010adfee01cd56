"""How many may keep a class: the first by place; the edge; rounding of the number."""

from decimal import Decimal

import pytest

from scoring.criteria import CriteriaSet
from scoring.criteria_classes import ClassBand, Quota
from scoring.criteria_terms import Among, AtTie
from scoring.facts import DecidedClass
from scoring.quotas import hold
from scoring.ranking import Place

CLASSES = tuple(ClassBand(name, None) for name in ("A", "B", "C"))
TOTALS = {1: "90", 2: "80", 3: "70", 4: "60", 5: "50", 6: "40", 7: "30"}


def table(*quotas: Quota) -> CriteriaSet:
    return CriteriaSet("t", "1", "Bảng", Decimal(100), (), classes=CLASSES, quotas=quotas)


def place(unit: str, rank: int, name: str | None, group: str = "Cụm 1") -> Place:
    return Place(rank, unit, unit, group, Decimal(TOTALS[rank]), name)


def places(written: str, group: str = "Cụm 1") -> list[Place]:
    """ "1A 1A 3B" as units of one group with place and class, named by where they stand."""
    return [
        place(f"{group[-1]}{number}", int(word[0]), word[1:] or None, group)
        for number, word in enumerate(written.split(), 1)
    ]


def classes(
    quotas: Quota | list[Quota], given: list[Place], decided: dict[str, DecidedClass] | None = None
) -> str:
    asked = quotas if isinstance(quotas, list) else [quotas]
    held = hold(table(*asked), given, decided or {})
    found = {one.unit: one.class_name for one in given}
    found |= {unit: one.class_name for unit, one in held.items()}
    return " ".join(found[one.unit] or "-" for one in given)


def percent(share: str, rounding: str = "down", **more: object) -> Quota:
    return Quota("A", percent=Decimal(share), rounding=rounding, **more)


NONE, ALL, MANUAL = ({"at_tie": one} for one in (AtTie.NONE, AtTie.ALL, AtTie.MANUAL))

QUOTAS = [
    # quota, places and classes, what is left, why
    (percent("20"), "1A 2A 3A 4A 5A 6B 7C", "A B B B B B C", "20 % of 7 is 1.4, down to 1"),
    (percent("20", "up"), "1A 2A 3A 4A 5A 6B 7C", "A A B B B B C", "up to 2"),
    (percent("20", "half_up"), "1A 2A 3A 4B 5B 6B 7C", "A B B B B B C", "1.4 to 1"),
    (percent("50", "half_up"), "1A 2A 3A", "A A B", "1.5 to 2"),
    (percent("20"), "1A 2B 3B 4B 5B", "A B B B B", "within the quota nothing changes"),
    (percent("20"), "1A 2B 3C", "B B C", "20 % of 3 is no place at all"),
    (percent("50", of=("A", "B")), "1A 2A 3B 4C 5C", "A B B C C", "half of A and B only"),
    (Quota("A", count=2), "1A 2A 3A", "A A B", "so many places"),
    (Quota("A", count=1), "1B 2A 3A", "B A B", "of those who have the class"),
    (Quota("B", count=1), "1A 2B 3B", "A B C", "the next lower class"),
    (percent("20", least=1), "1A 2A 3A", "A B B", "at least one, where the share is less"),
    (percent("20", least=1), "1B 2B", "B B", "if anybody has it"),
    (percent("50", least=1), "1A 2A 3A 4A", "A A B B", "more where the share is more"),
    (Quota("C", count=0), "1A 2C", "A -", "nothing lower"),
    (Quota("A", count=2, **NONE), "1A 2A 2A 4A", "A B B B", "the tie at the edge: none"),
    (Quota("A", count=2, **ALL), "1A 2A 2A 4A", "A A A B", "the tie at the edge: all"),
    (Quota("A", count=2, **MANUAL), "1A 2A 2A 4A", "A - - B", "the tie at the edge: people"),
    (Quota("A", count=2, **MANUAL), "1A 1A 3A 3A", "A A B B", "no tie at the edge"),
    (Quota("A", count=0, **MANUAL), "1A 1A", "B B", "no place, no edge"),
    (Quota("A", count=1, **ALL), "1A 1A 1A", "A A A", "all of them first"),
]


@pytest.mark.parametrize(
    ("quota", "given", "left"), [row[:3] for row in QUOTAS], ids=[row[3] for row in QUOTAS]
)
def test_the_first_by_place_keep_the_class(quota: Quota, given: str, left: str) -> None:
    assert classes(quota, places(given)) == left


def test_each_group_has_its_own_quota_unless_it_is_shared() -> None:
    both = places("1A 3A") + places("2A 4A", "Cụm 2")
    assert classes(Quota("A", count=1), both) == "A B A B"
    assert classes(Quota("A", count=2, among=Among.ALL), both) == "A B A B"
    assert classes(Quota("A", count=3, among=Among.ALL), both) == "A A A B"


def test_across_groups_equal_totals_stand_at_the_same_edge() -> None:
    both = places("1A 2A") + places("2A", "Cụm 2")
    assert classes(Quota("A", count=2, among=Among.ALL), both) == "A B B"
    assert classes(Quota("A", count=2, among=Among.ALL, **ALL), both) == "A A A"


def test_quotas_go_in_the_order_written_each_on_what_the_one_before_left() -> None:
    both = [Quota("A", count=1), Quota("B", count=1)]
    given = places("1A 2A 3B")
    assert classes(both, given) == "A B C"
    assert classes(both[::-1], given) == "A B B"
    twice = hold(table(*both), places("1A 2A 2A"), {})
    assert twice["12"].note == "A: tối đa 1 đơn vị, xếp xuống B; B: tối đa 1 đơn vị, xếp xuống C"


def test_what_people_decided_closes_the_edge_and_nothing_else() -> None:
    decided = {unit: DecidedClass("A", "ít sai sót hơn", "12-QĐ/BCĐ") for unit in ("12", "14")}
    quota = Quota("A", count=2, **MANUAL)
    given = places("1A 2A 2A 4A")
    assert classes(quota, given, decided) == "A A - B"
    assert hold(table(quota), given, decided)["12"].note.endswith(
        "Tập thể Ban Chỉ đạo xếp A theo 12-QĐ/BCĐ: ít sai sót hơn"
    )


def test_the_note_says_the_number_of_places_and_what_it_is_of() -> None:
    held = hold(table(percent("20")), places("1A 2A 3B 4B 5B 6B 7B"), {})
    assert {unit: one.note for unit, one in held.items()} == {
        "12": "A: tối đa 20% của 7 đơn vị, tức 1 đơn vị, xếp xuống B"
    }


def test_a_class_left_open_takes_no_place() -> None:
    assert classes(Quota("A", count=1), places("1 2A 3A")) == "- A B"
