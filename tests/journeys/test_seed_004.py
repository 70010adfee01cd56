"""The papers of one commune office in 2024, as its clerk enters them in Excel: posted 20 days,
closed on a Sunday, disclosed on time; and what the papers say against each other is named."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.views.finding_words import finding_text
from data_access.queries.consultations import consultation_register
from data_access.queries.disclosures import disclosure_register
from data_access.queries.dossiers import dossier
from scoring.disclosure import DISCLOSE, POSTED
from scoring.findings import Remark, Verdict, Weight
from scoring.register_lines import Track
from tests.dong_son import AFTERWARDS, CLERK, OFFICE, Q1, YEAR, dong_son, hand_in_all


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder: Path = tmp_path_factory.mktemp("dong-son")
    engine = dong_son(f"sqlite:///{folder / 'dong-son.db'}")
    hand_in_all(engine)
    yield engine
    engine.dispose()


def test_the_draft_was_disclosed_on_time_and_posted_twenty_days(engine: Engine) -> None:
    register = disclosure_register(engine, CLERK, OFFICE, Q1, AFTERWARDS)
    (entry,) = register.entries
    disclosed, posted = (entry.assessed.rule(key) for key in (DISCLOSE, POSTED))
    assert entry.assessed.line.track is Track.AGENCY
    assert (disclosed.counted, disclosed.verdict) == (4, Verdict.KEPT)
    assert disclosed.limit == date(2024, 2, 6)
    assert (posted.counted, posted.rule.n, posted.verdict) == (20, 20, Verdict.KEPT)


def test_it_closed_on_a_sunday(engine: Engine) -> None:
    (entry,) = disclosure_register(engine, CLERK, OFFICE, Q1, AFTERWARDS).entries
    (found,) = entry.assessed.findings
    assert found.weight is Weight.NOTE
    assert finding_text(found) == "Kết thúc vào ngày nghỉ: Chủ nhật, 25/02/2024."


def test_the_date_conflicts_of_the_papers_are_named(engine: Engine) -> None:
    (entry,) = consultation_register(engine, CLERK, OFFICE, Q1, AFTERWARDS).entries
    named = {found.remark: finding_text(found) for found in entry.assessed.findings}
    assert set(named) == {
        Remark.MINUTES_ANOTHER_DAY,
        Remark.MINUTES_ON_DAY_OFF,
        Remark.MINUTES_INSIDE_MEETING,
        Remark.OPINIONS_END_BEFORE_POSTING,
        Remark.ISSUED_BEFORE_REPORT,
        Remark.SPOKEN_NOT_COUNTED,
        Remark.ISSUED_NOT_DISCLOSED,
    }
    assert "ghi ngày 10/02/2024 cho cuộc họp ngày 05/02/2024" in named[Remark.MINUTES_ANOTHER_DAY]
    assert "thứ Bảy, 10/02/2024" in named[Remark.MINUTES_ON_DAY_OFF]
    inside = named[Remark.MINUTES_INSIDE_MEETING]
    assert "lúc 15 giờ 00 ngày 05/02/2024" in inside
    assert "từ 14 giờ 00 đến 17 giờ 30" in inside
    until = named[Remark.OPINIONS_END_BEFORE_POSTING]
    assert "đến 10/02/2024 trong khi dự thảo còn niêm yết đến 25/02/2024" in until
    issued = named[Remark.ISSUED_BEFORE_REPORT]
    assert "Ban hành ngày 26/02/2024, trước báo cáo" in issued and "27/02/2024" in issued
    assert "chậm nhất 04/03/2024" in named[Remark.ISSUED_NOT_DISCLOSED]


def test_an_agency_is_asked_no_number_of_days_for_opinions(engine: Engine) -> None:
    (entry,) = consultation_register(engine, CLERK, OFFICE, Q1, AFTERWARDS).entries
    (asked,) = entry.assessed.measured
    assert (asked.counted, asked.verdict) == (11, Verdict.NOT_SET)


def test_the_dossier_says_which_papers_are_missing(engine: Engine) -> None:
    found = dossier(engine, CLERK, OFFICE, YEAR, AFTERWARDS)
    missing = [one.paper.code for one in found.papers if one.is_missing]
    assert missing == ["9.1", "9.5", "13.1", "13.2", "13.4a", "22.1", "22.2"]
    later = dossier(engine, CLERK, OFFICE, YEAR, date(2024, 7, 1))
    assert "13.5a" in [one.paper.code for one in later.papers if one.is_missing]
    assert [part.title for part in found.parts][0] == "Hồ sơ công khai (Điều 9)"


def test_before_it_was_handed_in_nothing_was_known(engine: Engine) -> None:
    before = disclosure_register(engine, CLERK, OFFICE, Q1, date(2024, 3, 28))
    assert before.entries == ()
    assert before.head.missing == (Q1,)
