"""The programmes there are, the drafts that are worked on, and the ways to begin a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.issues import issue_table
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text, moment_text
from data_access.programme_drafts import Draft, Origin
from data_access.queries.programmes import CheckedFile, ProgrammeEntry
from scoring.programmes import Programme

PAGE = "chuong-trinh"
CODE, DRAFT = "ma", "du-thao"
TITLE = "Chương trình, kế hoạch"
ALL = "Các chương trình, kế hoạch và dự thảo"
NONE = "Chưa có chương trình, kế hoạch nào."
TEMPLATE = Link("tep/mau-chuong-trinh", keeps=False)
SOUND = "Tệp đọc được: {tasks} nhiệm vụ, {reports} báo cáo. Bước sau là xem, xác nhận thời hạn."
WRONG = (
    "Tệp có nội dung phải sửa nên chưa lập được dự thảo. Đề nghị sửa trong Excel, lưu rồi chọn lại "
    "tệp."
)
CONTINUES = (
    "Đã có dự thảo mã {code} do {by} lưu lúc {at}; tệp này thay nội dung dự thảo ấy, thời hạn đã "
    "xác nhận mà không đổi thì giữ."
)
AMENDS = (
    "Mã {code} là của một chương trình đang thực hiện: dự thảo này sẽ là bản sửa đổi, bổ sung của "
    "chương trình ấy."
)
_ORIGINS = {
    Origin.COPY: "chép từ năm trước",
    Origin.WORKBOOK: "nhập từ tệp",
    Origin.PAGE: "lập trên trang này",
    Origin.AMENDMENT: "sửa đổi, bổ sung",
}


@dataclass(frozen=True)
class Programmes:
    """`copies`: what can be copied, by code; `issuers`: who may issue, by code; `year`: the one a
    new programme is likely for."""

    heading: Heading
    said: str
    table: Table | None
    drafts: Table | None
    may_make: bool
    copies: Mapping[str, str]
    issuers: Mapping[str, str]
    year: int


@dataclass(frozen=True)
class Checked:
    """What a file would bring in; `ready`: a draft can be made of it."""

    said: tuple[str, ...]
    issues: Table | None
    ready: bool = False


def programmes(
    entries: Sequence[ProgrammeEntry],
    drafts: Sequence[Draft],
    issuers: Mapping[str, str],
    scene: Scene,
    *,
    may_make: bool,
) -> Programmes:
    copies = {one.programme.code: _called(one.programme) for one in entries}
    years = [one.programme.year for one in entries]
    return Programmes(
        heading(TITLE, ALL, scene),
        "" if entries else NONE,
        _table(entries),
        _drafts(drafts),
        may_make,
        copies,
        issuers,
        max(years, default=scene.day.year - 1) + 1,
    )


def checked(file: CheckedFile, known: Sequence[ProgrammeEntry]) -> Checked:
    issues = issue_table(file.issues, " nữa.")
    found = file.programme
    if found is None:
        return Checked((WRONG,), issues)
    said = [SOUND.format(tasks=len(found.tasks), reports=len(found.reports))]
    if file.draft is not None:
        at = moment_text(file.draft.at)
        said.append(CONTINUES.format(code=found.code, by=file.draft.by, at=at))
    elif any(one.programme.code == found.code for one in known):
        said.append(AMENDS.format(code=found.code))
    return Checked(tuple(said), issues, ready=True)


def number_words(programme: Programme) -> str:
    """Số, ký hiệu and day as on the document; what is blank there is said to be."""
    number = programme.number or "chưa ghi số"
    return f"{number} ngày {day_text(programme.adopted)}" if programme.adopted else number


def _called(programme: Programme) -> str:
    return f"{programme.year} · {programme.title}"


def _table(entries: Sequence[ProgrammeEntry]) -> Table | None:
    columns = (
        Column("Năm", number=True),
        Column("Chương trình, kế hoạch", wide=True),
        Column("Số, ngày", unbroken=True),
        Column("Đơn vị ban hành"),
        Column("Nhiệm vụ", number=True, unbroken=True),
        Column("Báo cáo", number=True),
    )
    rows = tuple(_row(one) for one in entries)
    return Table(columns, rows, shape=Shape.STACKED) if rows else None


def _row(one: ProgrammeEntry) -> Row:
    programme = one.programme
    said = [f"Mã {programme.code}"]
    said += [f"{one.versions} bản"] if one.versions > 1 else []
    said += ["đã tổng kết, đóng"] if one.closed else []
    opened = Link(PAGE, ((CODE, programme.code),))
    return Row(
        (
            Cell(str(programme.year)),
            Cell(programme.title, link=opened, detail=", ".join(said)),
            Cell(number_words(programme)),
            Cell(one.issuer),
            Cell(str(len(programme.tasks) or ABSENT)),
            Cell(str(len(programme.reports) or ABSENT)),
        )
    )


def _drafts(drafts: Sequence[Draft]) -> Table | None:
    columns = (
        Column("Năm", number=True),
        Column("Dự thảo", wide=True),
        Column("Bắt đầu từ"),
        Column("Lưu lần cuối"),
    )
    rows = tuple(
        Row(
            (
                Cell(str(one.year)),
                Cell(
                    one.programme.title,
                    link=Link(PAGE, ((DRAFT, one.code),)),
                    detail=f"Mã {one.code}",
                ),
                Cell(_ORIGINS[one.origin]),
                Cell(one.by, detail=moment_text(one.at)),
            )
        )
        for one in drafts
    )
    return Table(columns, rows, "Dự thảo đang làm", Shape.STACKED) if rows else None
