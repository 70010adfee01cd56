from datetime import date

from dashboard.views.evidence import WHOLE_RETURN, evidence_table, rows_to_attach_to
from data_access.evidence import Attachment
from scoring.forms import Column, Field, Form, FormSheet, Kind, Row
from tests.dashboard.views.returns_by_hand import AT, MARK
from tests.dashboard.views.standings_by_hand import QUARTER

FORM = Form(
    MARK,
    "Bảng tự chấm điểm",
    (
        FormSheet(
            "Bảng",
            (Column("code", "TT", 5), Column("text", "Nội dung", 40)),
            (
                Row("1", (("text", "Tổ chức thực hiện"),), level=0),
                Row(
                    "1.1",
                    (("text", "Ban hành kế hoạch"), ("unit", "kế hoạch"), ("max", "4")),
                    (Field("ke_hoach", "value", Kind.YES_NO),),
                ),
            ),
        ),
    ),
)


def attached(number: int, key: str) -> Attachment:
    return Attachment(
        number,
        "tu-cham",
        "a",
        QUARTER,
        key,
        f"tep-{number}.pdf",
        "ab" * 32,
        "pdf",
        1_600_000,
        "12-QĐ/HU",
        date(2022, 4, 5),
        "Ban Chỉ đạo A",
        AT,
        AT,
    )


def test_files_go_to_rows_that_ask_something_or_to_the_whole() -> None:
    assert rows_to_attach_to(FORM) == {"": WHOLE_RETURN, "1.1": "1.1 Ban hành kế hoạch"}


def test_files_stand_in_the_order_of_the_form() -> None:
    table = evidence_table((attached(1, "1.1"), attached(2, "")), rows_to_attach_to(FORM))
    assert table is not None
    assert [row.cells[0].text for row in table.rows] == [WHOLE_RETURN, "1.1 Ban hành kế hoạch"]
    assert table.rows[0].cells[1].detail == "1,5 MB"
    assert table.rows[0].cells[2].detail == "ngày 05/04/2022"
    assert evidence_table((), {}) is None
