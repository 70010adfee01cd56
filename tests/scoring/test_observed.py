"""Figures the system observes: which keys they have, and what they are called."""

import pytest

from scoring.observed import is_observed, observed_label

LABELS = {"tien-do": "báo cáo tiến độ"}

ROWS = [
    ("@days_late.tien-do", "Số ngày nộp trễ báo cáo tiến độ"),
    ("@working_days_late.f", "Số ngày làm việc nộp trễ biểu f"),
    ("@late.tien-do", "Số lần nộp trễ báo cáo tiến độ"),
    ("@missed.tien-do", "Số kỳ chưa nộp báo cáo tiến độ"),
    ("@early.tien-do.3", "Số lần nộp báo cáo tiến độ sớm từ 3 ngày"),
    ("@working_early.f.1", "Số lần nộp biểu f sớm từ 1 ngày làm việc"),
    ("@recognised.tinh", "Số mô hình Dân vận khéo được công nhận (cấp tỉnh)"),
    ("@recognised.any", "Số mô hình Dân vận khéo được công nhận (các cấp)"),
]


@pytest.mark.parametrize(("key", "said"), ROWS)
def test_an_observed_figure(key: str, said: str) -> None:
    assert is_observed(key)
    assert observed_label(key, LABELS) == said


@pytest.mark.parametrize("key", ["a", "@late", "@late.", "@early.f", "@early.f.0", "@recognised.x"])
def test_what_nobody_observes(key: str) -> None:
    assert not is_observed(key)
    assert observed_label(key, LABELS) == key
