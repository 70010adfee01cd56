"""What changed between two texts of a programme is said for each key that can change."""

import pytest

from scoring.programme_diff import difference
from scoring.programme_reading import parse_programme
from tests.scoring.builders import raw

TEXT = """\
programme: kh
title: Kế hoạch
issuer: tinh
year: 2023
tasks:
  - {no: "1", title: Một, when: Quý III/2023, debtors: {kinds: [huyen]}}
  - {no: "2", title: Hai}
reports:
  - {form: tien-do, title: Tiến độ, due_days_after: 10}
"""


def said(old: str, new: str) -> list[tuple[str, str, str, str]]:
    texts = [parse_programme(raw(text))[0] for text in (old, new)]
    return [(one.where, one.what, one.before, one.after) for one in difference(*texts)]


def test_the_same_text_has_no_difference() -> None:
    assert said(TEXT, TEXT) == []


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("title: Một", "title: Mới", ("Nhiệm vụ 1", "nội dung", "Một", "Mới")),
        ("{kinds: [huyen]}", "{units: [a]}", ("Nhiệm vụ 1", "giao cho", "huyen", "a")),
        ("title: Một,", "title: Một, roll: next,")
        + (("Nhiệm vụ 1", "hạn vào ngày nghỉ", "", "ngày làm việc liền sau"),),
        ("title: Hai", "title: Hai, source: TB 1") + (("Nhiệm vụ 2", "căn cứ", "", "TB 1"),),
        ("due_days_after: 10", "due_days_after: 12")
        + (("Báo cáo tien-do", "số ngày sau khi hết kỳ", "10", "12"),),
        ("due_days_after: 10", "due_days_after: 10, lock_days_after: 0")
        + (("Báo cáo tien-do", "chốt số liệu sau (ngày)", "", "0"),),
        ("due_days_after: 10", "due_days_after: 10, when: {Q1: ngày 05/4/2023}")
        + (("Báo cáo tien-do", "thời gian", "", "quý I: ngày 05/4/2023"),),
        ("title: Kế hoạch", "title: Kế hoạch\nbefore: included")
        + (("", "“trước ngày”", "không gồm ngày ghi", "gồm cả ngày ghi"),),
    ],
)
def test_a_change_is_said_with_what_was_and_what_is(
    old: str, new: str, change: tuple[str, str, str, str]
) -> None:
    assert change in said(TEXT, TEXT.replace(old, new, 1))


def test_a_deadline_that_moved_is_said_in_words_and_in_days() -> None:
    changes = said(TEXT, TEXT.replace("Quý III/2023", "Quý IV/2023"))
    assert changes == [
        ("Nhiệm vụ 1", "thời gian", "Quý III/2023", "Quý IV/2023"),
        ("Nhiệm vụ 1", "hạn", "30/09/2023", "31/12/2023"),
    ]


def test_what_came_and_what_went() -> None:
    without = TEXT.replace('  - {no: "2", title: Hai}\n', "").replace("tien-do", "tu-cham")
    assert said(TEXT, without) == [
        ("Nhiệm vụ 2", "Bỏ nhiệm vụ", "Hai", ""),
        ("Báo cáo tu-cham", "Thêm báo cáo", "", "Tiến độ"),
        ("Báo cáo tien-do", "Bỏ báo cáo", "Tiến độ", ""),
    ]
    assert ("Nhiệm vụ 2", "Thêm nhiệm vụ", "", "Hai") in said(without, TEXT)
