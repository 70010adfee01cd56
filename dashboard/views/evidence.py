"""Files beside a return: signed scans and evidence, and the rows they may be attached to."""

from collections.abc import Mapping, Sequence

from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text, moment_text
from data_access.evidence import Attachment
from scoring.forms import Form

TITLE = "Bản ký và minh chứng"
WHOLE_RETURN = "Cả báo cáo: bản ký (quét)"
_LONGEST = 110


def rows_to_attach_to(form: Form) -> dict[str, str]:
    """By key, in the order of the form; the empty key stands for the return itself."""
    rows = {
        row.code: _row_words(row.code, [text for _, text in row.printed])
        for sheet in form.sheets
        for row in sheet.rows
        if row.fields
    }
    return {"": WHOLE_RETURN, **rows}


def evidence_table(attached: Sequence[Attachment], rows: Mapping[str, str]) -> Table | None:
    if not attached:
        return None
    columns = (Column("Gắn với"), Column("Tệp"), Column("Văn bản"), Column("Đính kèm lúc"))
    ordered = sorted(attached, key=lambda one: (_place(one.key, rows), one.id))
    return Table(columns, tuple(_row(one, rows) for one in ordered), TITLE, shape=Shape.STACKED)


def evidence_link(one: Attachment) -> Link:
    return Link("tep/minh-chung", (("id", str(one.id)),), keeps=False)


def _place(key: str, rows: Mapping[str, str]) -> int:
    known = list(rows)
    return known.index(key) if key in known else len(known)


def _row(one: Attachment, rows: Mapping[str, str]) -> Row:
    stored = evidence_link(one)
    dated = f"ngày {day_text(one.dated)}" if one.dated else ""
    return Row(
        (
            Cell(rows.get(one.key, one.key)),
            Cell(one.file_name, link=stored, detail=_size(one.bytes)),
            Cell(one.number, detail=dated),
            Cell(moment_text(one.at), detail=one.sent_by),
        )
    )


def _size(count: int) -> str:
    kilobytes = -(-count // 1024)
    if kilobytes < 1024:
        return f"{kilobytes} KB"
    return f"{kilobytes / 1024:.1f} MB".replace(".", ",")


def _row_words(code: str, printed: Sequence[str]) -> str:
    """The code and what the row asks for; its unit of measure or its date is not said again."""
    named = next((text for text in printed if any(map(str.isalpha, text)) and text != code), "")
    words = f"{code} {named}".rstrip()
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rpartition(" ")[0] + "…"
