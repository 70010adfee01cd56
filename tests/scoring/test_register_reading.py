"""Answers of the registers' forms become lines; hours as people write them."""

from datetime import date, time
from decimal import Decimal

import pytest

from scoring.facts import Absent
from scoring.register_lines import Clock, Kept, Paper, Showing, Track
from scoring.register_reading import (
    consultations,
    disclosures,
    dossier_papers,
    read_clock,
    says_nothing_arose,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("15:00", time(15)),
        ("15:00:00", time(15)),
        ("15 giờ 00", time(15)),
        ("15 giờ 00 phút", time(15)),
        ("15 giờ", time(15)),
        ("8h30", time(8, 30)),
        ("17g30", time(17, 30)),
        ("16 Giờ 50", time(16, 50)),
        ("24:00", None),
        ("15:60", None),
        ("15", None),
        ("buổi chiều", None),
        ("15:00 và 16:00", None),
        ("", None),
    ],
)
def test_hours_as_people_write_them(typed: str, read: time | None) -> None:
    assert read_clock(typed) == read


def test_lines_come_in_the_order_of_their_numbers() -> None:
    answers = {"A.10.content": "mười", "A.2.content": "hai", "A.1.content": "một"}
    found = disclosures(answers, None)
    assert [(line.number, line.content) for line in found] == [(1, "một"), (2, "hai"), (10, "mười")]


@pytest.mark.parametrize(
    ("said", "of_unit", "track"),
    [
        ({"track": "xa", "item": "46.09"}, Track.AGENCY, Track.COMMUNE),
        ({"item": "46.09"}, Track.COMMUNE, Track.AGENCY),
        ({"item": "64"}, None, Track.ENTERPRISE),
        ({}, Track.COMMUNE, Track.COMMUNE),
        ({}, None, None),
    ],
)
def test_the_line_says_its_track_then_its_item_then_the_unit(
    said: dict[str, str], of_unit: Track | None, track: Track | None
) -> None:
    answers = {f"A.1.{key}": value for key, value in said.items()} | {"A.1.content": "x"}
    assert disclosures(answers, of_unit)[0].track is track


def test_a_disclosure_is_read_whole() -> None:
    answers = {
        "A.1.item": "11.07",
        "A.1.content": " Danh sách hộ nghèo ",
        "A.1.number": "7/QĐ",
        "A.1.decided": date(2024, 3, 1),
        "A.1.posted": Decimal(1),
        "A.1.online": Decimal(0),
        "A.1.broadcast": Decimal(3),
        "A.1.from_1": date(2024, 3, 4),
        "A.1.to_1": date(2024, 3, 9),
        "A.1.to_2": date(2024, 4, 9),
        "A.1.opened": date(2024, 3, 4),
        "A.1.opened_at": "9 giờ",
        "A.1.feedback": Decimal(2),
    }
    (line,) = disclosures(answers, None)
    assert line.content == "Danh sách hộ nghèo"
    assert line.decision == Paper("7/QĐ", date(2024, 3, 1))
    assert (line.posted, line.online, line.broadcast_days, line.feedback) == (True, False, 3, 2)
    assert line.spans == (Showing(date(2024, 3, 4), date(2024, 3, 9)),)
    assert line.loose_ends == (date(2024, 4, 9),)
    assert line.opened.done == Clock("9 giờ", time(9))
    assert not line.closed.paper.is_known


def test_a_consultation_keeps_the_unit_track_where_it_names_none() -> None:
    answers = {"A.1.draft": "Dự thảo", "A.1.received": Decimal(4)}
    (line,) = consultations(answers, Track.COMMUNE)
    assert (line.track, line.opinions.received, line.opinions.accepted) == (Track.COMMUNE, 4, None)


def test_a_dossier_follows_the_rows_of_its_form() -> None:
    answers = {
        "A.9.1.state": "co",
        "A.9.1.dated": date(2024, 1, 5),
        "A.9.2.state": Absent.NOT_ARISEN,
        "A.9.3.state": "chua",
    }
    papers = dossier_papers(answers, ("9.1", "9.2", "9.3", "9.4"))
    assert [one.kept for one in papers] == [Kept.PRESENT, Kept.NOT_ARISEN, Kept.ABSENT, None]
    assert papers[0].paper.dated == date(2024, 1, 5)


def test_an_empty_register_says_that_nothing_arose() -> None:
    assert says_nothing_arose({"A": Absent.NOT_ARISEN})
    assert disclosures({"A": Absent.NOT_ARISEN}, None) == ()
    assert not says_nothing_arose({"A.1.content": "x"})
