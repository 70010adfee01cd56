"""A secretary makes next year's programme from an empty workbook: a newcomer's way, by actions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.views.readings import asked, reading_words, remarks
from dashboard.wording import place_of, sentence
from data_access.actions import programme_drafts as drafts
from data_access.actions.programmes import adopt
from data_access.actions.setup import import_units
from data_access.programme_editing import Answer
from data_access.queries import programmes
from data_access.queries.obligations import overdue
from scoring.units import Unit
from tests.builders import CLERK_A, SECRETARY, small_province
from tests.programmes_by_hand import Rows, filled_in_template

TODAY, LATER = date(2023, 1, 31), date(2023, 6, 10)
HEADINGS = (
    "Số thứ tự",
    "Nội dung nhiệm vụ",
    "Giao cho",
    "Thời gian thực hiện (như văn bản)",
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = small_province(f"sqlite:///{tmp_path / 'province.db'}")
    yield engine
    engine.dispose()


def rows(*tasks: tuple[str, str | None, str, str]) -> Rows:
    return [dict(zip(HEADINGS, task, strict=True)) for task in tasks]


def workbook(engine: Engine, adopted: str, tasks: Rows) -> bytes:
    general = {
        "Tên chương trình, kế hoạch": "Kế hoạch năm 2023",
        "Năm": 2023,
        "Ngày ban hành": adopted,
    }
    exempt = [{"Đơn vị": "Huyện C", "Nhiệm vụ số (để trống: tất cả)": "2", "Lý do": "mới lập"}]
    sheets = {"Nhiệm vụ": tasks, "Không áp dụng": exempt}
    return filled_in_template(programmes.template(engine, SECRETARY), general, sheets)


def test_from_the_empty_workbook_to_what_is_overdue(engine: Engine) -> None:
    every = "Các Ban Chỉ đạo cấp huyện"
    wrong = rows(
        ("1", "Ban hành kế hoạch", every, "Quý I/2023 "),
        ("2", None, every, "trước ngày 12/6/2023"),
        ("3", "Kiểm tra", "Huyện A; Huyen B", "Cả năm"),
    )
    draft, issues = drafts.start_from_workbook(
        engine, SECRETARY, "kh.xlsx", workbook(engine, "31/02/2023", wrong)
    )
    assert draft is None
    assert [f"{place_of(one.where)}: {sentence(one)}" for one in issues] == [
        "Trang tính “Chung”, ô B6: “31/02/2023” không phải ngày tháng. Đề nghị ghi "
        "ngày/tháng/năm, ví dụ 05/4/2022.",
        "Trang tính “Nhiệm vụ”, ô B3: “Nội dung nhiệm vụ” để trống. Đề nghị ghi nội dung.",
        "Trang tính “Nhiệm vụ”, ô E4: “Huyen B” không phải loại đơn vị, cụm, khối thi đua hay đơn "
        "vị nào của hệ thống. Có phải là “Huyện B”? Đề nghị ghi đúng như ở trang Danh mục của "
        "tệp, mỗi tên một dòng hoặc cách nhau bằng dấu chấm phẩy.",
    ]
    right = rows(
        ("1", "Ban hành kế hoạch", every, "Quý I/2023 "),
        ("2", "Báo cáo 6 tháng", every, "trước ngày 12/6/2023"),
        ("3", "Kiểm tra", "Huyện A; Huyện B", "Cả năm"),
    )
    content = workbook(engine, "", right)
    draft, issues = drafts.start_from_workbook(engine, SECRETARY, "kh.xlsx", content)
    assert draft is not None and issues == ()
    story = programmes.draft(engine, SECRETARY, draft.code, TODAY)
    assert [(reading_words(one), remarks(one)) for one in story.readings] == [
        ("hết ngày cuối quý, 31/03/2023", ""),
        (
            "trước ngày ghi, nên ngày cuối cùng đúng hạn là hôm trước, 11/06/2023",
            "Chủ nhật 11/06/2023 là ngày nghỉ, giữ nguyên.",
        ),
        ("hết ngày cuối năm, 31/12/2023", "Chủ nhật 31/12/2023 là ngày nghỉ, giữ nguyên."),
    ]
    sunday = story.readings[1]
    assert [words for _, words in asked(sunday).rolls] == [
        "Giữ chủ nhật 11/06/2023",
        "Ngày làm việc liền trước: thứ sáu 09/06/2023",
        "Ngày làm việc liền sau: thứ hai 12/06/2023 (quá lời văn của văn bản)",
    ]
    draft = drafts.answer(engine, SECRETARY, draft.id, sunday.key, Answer(roll="previous"))
    moved = programmes.draft(engine, SECRETARY, draft.code, TODAY).readings[1]
    assert reading_words(moved).endswith("11/06/2023 (ngày nghỉ), hạn được chọn là 09/06/2023")
    draft = drafts.confirm(engine, SECRETARY, draft.id, ["tasks:1", "tasks:3"])
    code = adopt(engine, SECRETARY, draft.id, "05-KH/BCĐ", date(2023, 1, 10))

    listed = programmes.listed(engine, CLERK_A, TODAY)
    assert [(one.programme.year, one.programme.number) for one in listed] == [
        (2023, "05-KH/BCĐ"),
        (2022, "01-KH/BCĐ"),
    ]
    late = [one for one in overdue(engine, SECRETARY, LATER) if one.programme_code == code]
    assert [(one.unit.code, one.obligation.task, one.days_late) for one in late] == [
        ("001", "1", 71),
        ("002", "1", 71),
        ("003", "1", 71),
        ("001", "2", 1),
        ("002", "2", 1),
    ], "and not the one that was exempted with a reason"


def test_a_unit_founded_later_is_bound_by_the_rule_and_not_by_names(engine: Engine) -> None:
    tasks = rows(
        ("1", "Ban hành kế hoạch", "Ban Chỉ đạo cấp huyện", "Quý I/2023"),
        ("2", "Kiểm tra", "Đồng bằng", "Quý II/2023"),
    )
    content = workbook(engine, "", tasks)
    draft, _ = drafts.start_from_workbook(engine, SECRETARY, "kh.xlsx", content)
    assert draft is not None
    draft = drafts.confirm(engine, SECRETARY, draft.id, ["tasks:1", "tasks:2"])
    code = adopt(engine, SECRETARY, draft.id)
    new = Unit("004", "Ban Chỉ đạo huyện D", "ban-chi-dao-huyen", "Huyện D", "tinh", "Đồng bằng")
    import_units(engine, SECRETARY, [new])
    debts = programmes.programme(engine, CLERK_A, code, TODAY).debts
    assert [unit.code for unit in debts["tasks:1"].units] == ["001", "002", "003", "004"]
    assert [unit.code for unit in debts["tasks:2"].units] == ["001", "002"]
