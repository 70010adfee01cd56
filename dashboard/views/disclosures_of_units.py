"""How every unit keeps its register of disclosure, a line for each."""

from collections.abc import Sequence

from dashboard.views.disclosure import count
from dashboard.views.finding_words import CHECK_THE_LAW
from dashboard.views.register_page import PAGE, odd
from dashboard.views.table import Cell, Column, Link, Row, Table
from dashboard.wording import vietnamese_order
from data_access.queries.disclosures import UnitDisclosures
from scoring.disclosure import DISCLOSE, POSTED
from scoring.findings import Verdict


def all_units(units: Sequence[UnitDisclosures]) -> tuple[Table, ...]:
    """How every unit keeps its register; empty where none was handed in."""
    if not units:
        return ()
    columns = (
        Column("Đơn vị", unbroken=True),
        Column("Nội dung", number=True),
        Column("Đúng hạn", number=True),
        Column("Trễ", number=True),
        Column("Niêm yết đủ ngày", number=True),
        Column("Thiếu ngày", number=True),
        Column("Mâu thuẫn", number=True),
    )
    ordered = sorted(units, key=lambda one: vietnamese_order(one.unit.label))
    return (Table(columns, tuple(_unit_row(one) for one in ordered), notes=(CHECK_THE_LAW,)),)


def _unit_row(one: UnitDisclosures) -> Row:
    entries = one.entries
    late = count(entries, DISCLOSE, Verdict.BROKEN)
    short = count(entries, POSTED, Verdict.BROKEN)
    link = Link(PAGE, (("unit", one.unit.code),))
    return Row(
        (
            Cell(one.unit.label, link=link),
            Cell(str(len(entries))),
            Cell(str(count(entries, DISCLOSE, Verdict.KEPT))),
            Cell(str(late), alarm=bool(late)),
            Cell(str(count(entries, POSTED, Verdict.KEPT))),
            Cell(str(short), alarm=bool(short)),
            Cell(str(sum(odd(entry.assessed.findings) for entry in entries))),
        )
    )
