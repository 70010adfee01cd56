"""The forms there are, each version's documentation, and what is wrong with a new data file."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.views.form_documentation import (
    CheckLine,
    FormDocumentation,
    SheetDocumentation,
    form_documentation,
)
from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.issues import issue_table
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import capital, day_text
from data_access.queries.forms import FormHead
from scoring.form_definitions import FormDefinition
from scoring.issues import Issue

PAGE = "bieu-mau"
TITLE = "Biểu mẫu"
ALL_FORMS = "Các biểu mẫu và thời gian có hiệu lực"
NO_FORMS = "Chưa nạp biểu mẫu nào."
SOUND = "Tệp đúng quy định. Xem lại nội dung dưới đây trước khi nạp."
WRONG = "Tệp có nội dung phải sửa nên chưa nạp được."
IMPORTED = "Đã nạp biểu “{title}”, phiên bản {version}."


@dataclass(frozen=True)
class Forms:
    heading: Heading
    said: str
    table: Table | None


@dataclass(frozen=True)
class FormPage:
    """One version of a form as people read it: `lines` as label and words."""

    heading: Heading
    lines: tuple[tuple[str, str], ...]
    guide: tuple[str, ...]
    tables: tuple[Table, ...]
    files: tuple[tuple[str, Link], ...]
    back: Link


@dataclass(frozen=True)
class Checked:
    """What a data file would bring in; `done` is said once it is, and empty where it cannot be."""

    said: str
    issues: Table | None
    lines: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    done: str = ""


def forms(heads: Sequence[FormHead], scene: Scene) -> Forms:
    columns = (
        Column("Biểu mẫu"),
        Column("Phiên bản"),
        Column("Hiệu lực"),
        Column("Nộp bằng"),
    )
    rows = tuple(_head_row(head) for head in heads)
    table = Table(columns, rows, shape=Shape.STACKED) if rows else None
    return Forms(heading(TITLE, ALL_FORMS, scene), "" if rows else NO_FORMS, table)


def form_page(definition: FormDefinition, scene: Scene, template: Link | None) -> FormPage:
    """`template`: the workbook as some unit that owes the form gets it."""
    told = form_documentation(definition)
    return FormPage(
        heading(TITLE, told.title, scene),
        told.about,
        told.guide,
        _tables(told),
        (("Tải bảng tính mẫu", template),) if template else (),
        Link(PAGE, (("bieu", None), ("ban", None))),
    )


def checked(definition: FormDefinition | None, issues: Sequence[Issue]) -> Checked:
    found = issue_table(issues, " nữa.")
    if definition is None:
        return Checked(WRONG, found)
    told = form_documentation(definition)
    lines = (("Biểu mẫu", told.title), *told.about)
    done = IMPORTED.format(title=definition.title, version=definition.version)
    return Checked(SOUND, found, lines, _tables(told), done)


def _head_row(head: FormHead) -> Row:
    opened = Link(PAGE, (("bieu", head.code), ("ban", head.version)))
    start, end = day_text(head.in_force_from), day_text(head.in_force_to)
    lasts = (f"từ {start}" if start else "", f"đến hết {end}" if end else "")
    return Row(
        (
            Cell(head.title, link=opened, detail=f"Mã {head.code}"),
            Cell(head.version),
            Cell(" ".join(words for words in lasts if words) or "không ấn định"),
            Cell("Văn bản đã ký" if head.is_document else "Bảng tính"),
        )
    )


def _tables(told: FormDocumentation) -> tuple[Table, ...]:
    sheets = tuple(_sheet_table(sheet) for sheet in told.sheets)
    return (*sheets, _check_table(told.checks)) if told.checks else sheets


def _sheet_table(sheet: SheetDocumentation) -> Table:
    """Each row of the form above what it asks."""
    columns = (Column("Cột"), Column("Trả lời"), Column("Tổng hợp"))
    rows: list[Row] = []
    for text, lines in groupby(sheet.lines, lambda line: (line.row, line.text)):
        rows.append(Row((Cell(" ".join(text).removeprefix("* ")),), heading=True))
        rows += [
            Row((Cell(one.heading, one.key), Cell(one.kind), Cell(one.measure or ABSENT)))
            for one in lines
        ]
    notes = (f"{capital(sheet.listing)}.",) if sheet.listing else ()
    title = f"{sheet.title or sheet.name} ({sheet.periods})"
    return Table(columns, tuple(rows), title, shape=Shape.STACKED, notes=notes)


def _check_table(checks: Sequence[CheckLine]) -> Table:
    columns = (Column("Ô"), Column("Lời nhắc khi không khớp"), Column("Khi không khớp"))
    rows = tuple(
        Row(
            (
                Cell(check.at),
                Cell(check.message),
                Cell("chưa nhận" if check.blocks else "nhận, có nhắc"),
            )
        )
        for check in checks
    )
    return Table(columns, rows, "Đối chiếu giữa các số liệu", shape=Shape.STACKED)
