"""The plan of Vĩnh Linh for 2025: the district ended on 30/6, the report was due on 30/10."""

from datetime import date, datetime

from sqlalchemy import Engine

from data_access.accounts import OPERATOR
from data_access.actions.documents import submit_document
from data_access.clock import HANOI, server_moment
from data_access.document_heads import DocumentHead
from data_access.moments import Moments
from data_access.queries import obligations, returns
from data_access.queries.obligations import Standing
from sample_data import other_documents
from sample_data.papers import signed_paper
from scoring.forms import Mark
from scoring.obligations import State
from scoring.periods import Period

PLAN = "KH-UBND-VL-2025"
YEAR = Period(2025)
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def reports(engine: Engine, day: date) -> dict[str, Standing]:
    """The yearly report's duty by the unit that was bound at first."""
    found = obligations.standing(engine, OPERATOR, day, YEAR, "bao-cao-nam")
    return {
        one.obligation.inherited_from or one.obligation.unit: one
        for one in found
        if one.programme_code == PLAN
    }


def test_until_its_last_day_each_unit_owes_its_own(demo_engine: Engine) -> None:
    owed = reports(demo_engine, BEFORE)
    assert {code: one.unit.code for code, one in owed.items()} == {
        "VL-HX": "VL-HX",
        "VL-PNV": "VL-PNV",
        "VL-SN1": "VL-SN1",
    }
    assert {one.state for one in owed.values()} == {State.NOT_DUE}


def test_afterwards_it_passes_to_the_successor_or_ends(demo_engine: Engine) -> None:
    owed = reports(demo_engine, AFTER)
    assert owed["VL-HX"].unit.code == "19363"
    assert owed["VL-PNV"].unit.code == "QT-SNV"
    assert owed["VL-SN1"].state is State.EXEMPT
    assert owed["VL-HX"].obligation.due == date(2025, 10, 30)


def test_the_successor_hands_it_in_and_the_receivers_successor_takes_it(
    demo_engine: Engine,
) -> None:
    unit = next(one for one in other_documents.units() if one.code == "19363")
    head = DocumentHead("31/BC-UBND", date(2025, 10, 29), "Chủ tịch Ủy ban", "Báo cáo năm 2025")
    mark = Mark("bao-cao-nam", "1", unit.code, YEAR)
    moments = Moments(datetime(2025, 10, 30, 16, 0, tzinfo=HANOI), server_moment())
    content = signed_paper(unit, head)
    kept = submit_document(demo_engine, OPERATOR, "bao-cao.docx", content, mark, head, moments)
    assert kept.accepted, kept.issues
    standing = reports(demo_engine, date(2025, 10, 31))
    assert standing["VL-HX"].state is State.ON_TIME
    assert standing["VL-PNV"].state is State.OVERDUE
    assert returns.submission(demo_engine, OPERATOR, kept.id).receivers == (
        "Sở Nội vụ tỉnh Quảng Trị",
    )
