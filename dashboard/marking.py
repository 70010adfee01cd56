"""The marked copy of an upload: the person's own workbook, every remark at its cell."""

from pathlib import PurePath

from dashboard import wording
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.queries.returns import StoredFile, submission, submitted_file
from data_access.workbook.marking import MarkingWords, Remark, mark_workbook

WORDS = MarkingWords(
    sheet="Nội dung cần sửa",
    title="Các nội dung cần sửa hoặc xem lại trong bảng tính này",
    number="TT",
    place="Vị trí",
    severity="Mức độ",
    sentence="Nội dung và cách sửa",
    error="Cần sửa",
    warning="Cần xem lại",
    whole_file="Cả tệp",
    author="Hệ thống QCDC",
)


def marked_copy(engine: Engine, actor: Actor, number: int) -> StoredFile | None:
    """None where the upload is no workbook that can be opened and marked."""
    entry = submission(engine, actor, number)
    stored = submitted_file(engine, actor, number)
    remarks = tuple(
        Remark(found.where.sheet, found.where.cell, found.severity, wording.sentence(found))
        for found in entry.issues
    )
    marked = mark_workbook(stored.content, remarks, WORDS)
    if marked is None:
        return None
    return StoredFile(f"{PurePath(stored.name).stem}-danh-dau.xlsx", marked)
