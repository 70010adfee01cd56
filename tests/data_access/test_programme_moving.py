"""Last year's words told of another year: only where they speak of the programme's own time."""

from datetime import date

import pytest

from data_access.programme_moving import moved_day, moved_words


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("Quý III/2022", "Quý III/2023"),
        ("trước ngày 05/4/2022", "trước ngày 05/4/2023"),
        ("Tổng kết năm 2022, triển khai năm 2023", "Tổng kết năm 2023, triển khai năm 2024"),
        ("Báo cáo năm 2021", "Báo cáo năm 2022"),
        ("Nghị định số 04/2022/NĐ-CP", "Nghị định số 04/2022/NĐ-CP"),
        ("Kế hoạch số 12-KH/2022", "Kế hoạch số 12-KH/2022"),
        ("giai đoạn 2021-2025", "giai đoạn 2021-2025"),
        ("nhiệm kỳ 2020 – 2025, năm 2022", "nhiệm kỳ 2020 – 2025, năm 2023"),
        ("Thông báo ngày 06/5/2020", "Thông báo ngày 06/5/2020"),
        ("20221", "20221"),
    ],
)
def test_years_move_where_they_are_the_programmes(words: str, moved: str) -> None:
    assert moved_words(words, 2022, 2023) == moved


def test_the_day_that_is_only_in_leap_years() -> None:
    assert moved_day(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert moved_day(date(2023, 6, 10), 1) == date(2024, 6, 10)
