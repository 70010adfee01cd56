from dataclasses import replace

from dashboard.views.submission import LATEST, asked, history, standing_words
from data_access.reviews import ReviewState
from scoring.obligations import State
from tests.dashboard.views.returns_by_hand import AT, ENTRY, MISSING, NAMES
from tests.dashboard.views.standings_by_hand import SCENE, standing


def test_the_form_not_handed_in_yet_is_asked_first() -> None:
    done, open_ = standing("A", State.ON_TIME), standing("A", State.OVERDUE, days_late=3)
    progress = replace(open_, obligation=replace(open_.obligation, form="tien-do"))
    view = asked((done, progress), "Ba Tơ", None, SCENE)
    assert view.form == "tien-do"
    assert view.due == "hạn nộp 12/10/2022, trễ 3 ngày"
    assert asked((done, progress), "Ba Tơ", "tu-cham", SCENE).form == "tu-cham"
    assert view.templates is not None, "two forms come in one archive too"


def test_a_document_has_no_template_but_a_page_for_its_evidence() -> None:
    view = asked((standing("A", State.NOT_DUE),), "A", None, SCENE, frozenset({"tu-cham"}))
    assert view.is_document
    assert view.template is None
    assert view.process is not None


def test_a_unit_that_owes_nothing_is_told_so() -> None:
    assert asked((), "Ba Tơ", None, SCENE).instead


def test_what_was_only_looked_at_is_no_history() -> None:
    looked_at = replace(ENTRY, accepted=False, offered=True)
    assert history((looked_at,), NAMES).latest is None
    assert history((), NAMES).earlier is None


def test_the_latest_stand_open_and_the_rest_is_folded() -> None:
    view = history((ENTRY,) * (LATEST + 2), NAMES)
    assert view.latest is not None and view.earlier is not None
    assert len(view.latest.rows) == LATEST
    assert view.earlier.title == "2 lần nộp trước đó"


def test_the_history_says_what_became_of_each_file() -> None:
    said = [
        standing_words(ENTRY),
        standing_words(replace(ENTRY, in_force=False)),
        standing_words(replace(ENTRY, withdrawn=AT)),
        standing_words(replace(ENTRY, review=ReviewState.SENT_BACK)),
        standing_words(replace(ENTRY, accepted=False, issues=(MISSING,))),
        standing_words(replace(ENTRY, accepted=False)),
    ]
    assert said == [
        "Đang dùng để tính",
        "Đã có lần nộp mới hơn",
        "Đã rút",
        "Trả lại để sửa",
        "1 nội dung cần sửa",
        "Bị từ chối khi gửi",
    ]
