"""Who receives the mails of reminders, and about whose duties."""

from collections.abc import Mapping, Sequence

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.reminders import LADDER, TITLE
from dashboard.views.table import Cell, Column, Row, Shape, Table
from dashboard.wording import day_text
from data_access.accounts import SEES_ALL
from data_access.queries.catalogue import Account
from data_access.recipients import Recipient

NO_RECIPIENTS = "Chưa có người nhận thư. Đề nghị ghi địa chỉ thư điện tử của người theo dõi việc."


def recipients_heading(kept: Sequence[Recipient], scene: Scene) -> Heading:
    title = f"{len(kept)} địa chỉ nhận thư" if kept else "Chưa có người nhận thư"
    return heading(TITLE, title, scene)


def recipients_table(
    kept: Sequence[Recipient], units: Mapping[str, str], people: Mapping[str, Account]
) -> Table | None:
    if not kept:
        return None
    columns = (Column("Địa chỉ"), Column("Nhận thư về"), Column("Ghi vào danh sách"))
    rows = tuple(
        Row(
            (
                Cell(one.address, detail=one.name),
                Cell(reads_about(one, units, people)),
                Cell(one.by, detail=f"ngày {day_text(one.at.date())}"),
            )
        )
        for one in kept
    )
    return Table(columns, rows, shape=Shape.STACKED, notes=(LADDER,))


def reads_about(one: Recipient, units: Mapping[str, str], people: Mapping[str, Account]) -> str:
    """`people`: by user name, those whose accounts are in use."""
    if one.unit is not None:
        return f"Việc của {units.get(one.unit, one.unit)}"
    person = people.get(one.user or "")
    if person is None:
        return "Tài khoản không còn dùng, không gửi thư"
    if person.role in SEES_ALL:
        return f"Mọi việc, gửi {person.name}"
    return f"Việc {person.name} theo dõi, chỉ đạo"
