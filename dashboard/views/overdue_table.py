"""The table of what is overdue: in groups, a page of its rows at a time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.long_lists import Paging
from dashboard.views.standing_words import (
    directs_text,
    due_text,
    duty_link,
    first_due,
    reminded_text,
    taken_over,
    title_of,
    unit_words,
)
from dashboard.views.table import ABSENT, Cell, Column, Link, Row, Shape, Table
from dashboard.wording import day_text, vietnamese_order
from data_access.standings import Standing

BY_UNIT, BY_TASK, BY_OFFICE = "don-vi", "nhiem-vu", "chi-dao"
GROUPINGS = {
    BY_UNIT: "Theo đơn vị",
    BY_TASK: "Theo nhiệm vụ, báo cáo",
    BY_OFFICE: "Theo người chỉ đạo",
}
NOBODY_DIRECTS = "Không ghi người chỉ đạo"

Groups = Sequence[tuple[str, Sequence[Standing]]]


def grouped(standings: Sequence[Standing], grouping: str, offices: Mapping[str, str]) -> Groups:
    """By unit, by work or by who directs, with the words above each group."""
    found: dict[str, tuple[str, list[Standing]]] = {}
    for one in standings:
        code, words = _group(one, grouping, offices)
        found.setdefault(code, (words, []))[1].append(one)

    def longest_first(group: tuple[str, list[Standing]]) -> tuple:
        words, held = group
        return -max(one.days_late for one in held), vietnamese_order(words)

    return sorted(found.values(), key=longest_first)


def _group(one: Standing, grouping: str, offices: Mapping[str, str]) -> tuple[str, str]:
    owed = one.obligation
    if grouping == BY_OFFICE:
        words = directs_text(one, offices)
        return words, NOBODY_DIRECTS if words == ABSENT else words
    if grouping == BY_TASK:
        return f"{owed.programme} {owed.task} {owed.form} {owed.period}", title_of(one)
    return one.unit.code, one.unit.label


def overdue_table(
    groups: Groups, grouping: str, offices: Mapping[str, str], pages: Paging
) -> Table:
    columns = (
        Column("Nhiệm vụ, báo cáo" if grouping == BY_UNIT else "Đơn vị", wide=True),
        Column("Hạn", number=True),
        Column("Quá hạn (ngày)", number=True),
        Column("Nhiệm vụ, báo cáo" if grouping == BY_OFFICE else "Chỉ đạo"),
        Column("Nhắc gần nhất", number=True),
    )
    # Named where it is not the one that nearly everything belongs to.
    usual = Counter(one.programme for _, held in groups for one in held).most_common(1)[0][0]
    written = _Written(grouping, offices, usual)
    return Table(columns, tuple(_shown(groups, pages, written)), shape=Shape.STACKED)


@dataclass(frozen=True)
class _Written:
    """How rows are written: what stands above them need not stand in them."""

    grouping: str
    offices: Mapping[str, str]
    usual_programme: str


def _shown(groups: Groups, pages: Paging, written: _Written) -> Iterator[Row]:
    """The rows of one page; a group that began on the page before says its heading again."""
    at = 0
    for words, held in groups:
        begun = max(pages.first, at)
        rows = held[begun - at : max(0, pages.last - at)]
        if rows:
            yield _head(words, held, written.grouping, continued=begun > at)
            yield from (_row(one, written) for one in rows)
        at += len(held)


def _head(words: str, held: Sequence[Standing], grouping: str, *, continued: bool) -> Row:
    longest = max(one.days_late for one in held)
    counted = "đơn vị" if grouping == BY_TASK else "việc"
    summary = f"{len(held)} {counted}, lâu nhất {longest} ngày"
    link = Link("ban-do", (("unit", held[0].unit.code),)) if grouping == BY_UNIT else None
    name = f"{words} (tiếp)" if continued else words
    return Row((Cell(name, summary, link=link),), heading=True)


def _row(one: Standing, written: _Written) -> Row:
    """Unit, work and who directs, less what the group's heading has said."""
    by_unit, by_office = written.grouping == BY_UNIT, written.grouping == BY_OFFICE
    usual = written.grouping == BY_TASK or one.programme == written.usual_programme
    reminded, times = reminded_text(one)
    name = title_of(one) if by_unit else one.unit.label
    beside = ", ".join(filter(None, (taken_over(one.former), "" if usual else one.programme)))
    fourth = title_of(one) if by_office else directs_text(one, written.offices)
    return Row(
        (
            Cell(name, beside, link=duty_link(one)),
            Cell(due_text(one), first_due(one)),
            Cell(str(one.days_late), alarm=True),
            Cell(fourth),
            Cell(reminded, times),
        )
    )


def flat_table(groups: Groups, offices: Mapping[str, str]) -> Table:
    """For a workbook: every row says its unit, its work and its programme."""
    columns = (
        Column("Đơn vị"),
        Column("Nhiệm vụ, báo cáo"),
        Column("Chương trình, kế hoạch"),
        Column("Hạn", number=True),
        Column("Hạn đầu", number=True),
        Column("Quá hạn (ngày)", number=True),
        Column("Chỉ đạo"),
        Column("Nhắc gần nhất", number=True),
        Column("Số lần nhắc", number=True),
    )
    return Table(columns, tuple(_flat(one, offices) for _, held in groups for one in held))


def _flat(one: Standing, offices: Mapping[str, str]) -> Row:
    owed = one.obligation
    words = (
        unit_words(one.unit, one.former),
        title_of(one),
        one.programme,
        due_text(one),
        day_text(owed.due),
        str(one.days_late),
        directs_text(one, offices),
        reminded_text(one)[0],
        str(len(one.reminded)),
    )
    return Row(tuple(Cell(text) for text in words))
