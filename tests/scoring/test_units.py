"""A unit exists from its first to its last day and is called by its short name."""

from datetime import date

from scoring.units import Unit


def test_a_unit_exists_on_its_first_and_its_last_day() -> None:
    unit = Unit(
        "001", "Huyện A", "huyen", exists_from=date(2022, 1, 1), exists_to=date(2025, 6, 30)
    )
    assert [
        unit.exists_on(day)
        for day in (date(2021, 12, 31), date(2022, 1, 1), date(2025, 6, 30), date(2025, 7, 1))
    ] == [False, True, True, False]


def test_a_unit_without_days_always_exists() -> None:
    assert Unit("001", "Huyện A", "huyen").exists_on(date(1900, 1, 1))


def test_a_unit_is_labelled_by_its_short_name_where_it_has_one() -> None:
    assert Unit("001", "Ban Chỉ đạo huyện A", "huyen").label == "Ban Chỉ đạo huyện A"
    assert Unit("001", "Ban Chỉ đạo huyện A", "huyen", "Huyện A").label == "Huyện A"
