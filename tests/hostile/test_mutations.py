"""No damage makes the system raise, hang, swell or store half a return."""

import os
import re
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.actions.returns import submit_return
from data_access.queries.templates import form_for
from data_access.workbook import limits, workers
from data_access.workbook.marking import MarkingWords, Remark, mark_workbook
from data_access.workbook.template import write_template
from scoring.issues import Severity
from scoring.refusals import Refused
from tests.builders import Q1, SECRETARY, at, self_score, small_province
from tests.hostile.mutations import mutated
from tests.hostile.soundness import faults
from tests.hostile.workbooks import every_format

IN_TIME = at(date(2022, 4, 10))
BATCHES = 10
EACH = 500 if os.environ.get("QCDC_ATTACK") else 50
MOST_SECONDS, MOST_BYTES = 5.0, 500 * 1024 * 1024
MARKED_IN = 10
WORDS = MarkingWords(
    "Sửa", "Danh sách", "TT", "Vị trí", "Mức", "Nội dung", "Lỗi", "Lưu ý", "Tệp", "A"
)
REMARKS = [
    Remark("Bảng tự chấm điểm", "F12", Severity.ERROR, "=Sai"),
    Remark(None, None, Severity.ERROR, "Sai"),
]


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    engine = small_province(f"sqlite:///{tmp_path_factory.mktemp('grounds') / 'small.db'}")
    form = form_for(engine, "tu-cham", "001", Q1)
    return every_format(write_template(form), self_score(engine, "001", Q1))


@pytest.fixture
def small(tmp_path: Path) -> Engine:
    return small_province(f"sqlite:///{tmp_path / 'small.db'}")


def submitted(engine: Engine, name: str, content: bytes) -> str:
    try:
        done = submit_return(engine, SECRETARY, name, content, IN_TIME)
    except Refused:
        return "refused"
    assert done.accepted or done.issues
    return "accepted" if done.accepted else "explained"


def timed(engine: Engine, name: str, content: bytes) -> tuple[str, float]:
    begun = time.monotonic()
    return submitted(engine, name, content), time.monotonic() - begun


def largest_worker() -> int:
    """In bytes, of those waiting for work; the kernel ends any other at limits.WORKER_BYTES."""
    peaks = [0]
    for worker in list(workers._places.queue):
        status = Path(f"/proc/{worker.process.pid}/status") if worker is not None else Path()
        if status.is_file():
            peaks += [
                int(peak) * 1024 for peak in re.findall(r"VmHWM:\s*(\d+)", status.read_text())
            ]
    return max(peaks)


def test_every_format_is_read_before_it_is_damaged(
    grounds: Mapping[str, bytes], small: Engine
) -> None:
    outcomes = {name: submitted(small, name, content) for name, content in grounds.items()}
    assert outcomes.pop("template.xlsx") == "explained"
    assert set(outcomes.values()) == {"accepted"}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_damage_is_explained(
    batch: int,
    grounds: Mapping[str, bytes],
    small: Engine,
    record_property: Callable[[str, object], None],
) -> None:
    names, slowest, largest, outcomes = sorted(grounds), 0.0, 0, []
    for seed in range(batch * EACH, (batch + 1) * EACH):
        name = names[seed % len(names)]
        way, content = mutated(grounds[name], seed)
        outcome, seconds = timed(small, name, content)
        if seconds > MOST_SECONDS:
            # The machine may have been busy with something else: only what is slow twice is slow.
            outcome, seconds = timed(small, name, content)
        outcomes.append(outcome)
        if seed % MARKED_IN == 0:
            mark_workbook(content, REMARKS, WORDS)
        slowest, largest = max(slowest, seconds), max(largest, largest_worker())
        assert seconds < MOST_SECONDS, f"{name}, {way}, seed {seed}: {seconds:.1f} s"
    assert faults(small) == []
    assert submitted(small, "good.xlsx", grounds["openpyxl.xlsx"]) == "accepted"
    assert largest < MOST_BYTES and limits.WORKER_BYTES < MOST_BYTES
    record_property("mutations handled", len(outcomes))
    for outcome in sorted(set(outcomes)):
        record_property(f"mutations {outcome}", outcomes.count(outcome))
    record_property("slowest mutation, milliseconds", round(slowest * 1000))
    record_property("largest worker, MB", largest // 1_000_000)
