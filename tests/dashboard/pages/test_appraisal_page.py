from decimal import Decimal

from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.views.appraisal_grid import waits
from data_access.accounts import Actor, Role
from data_access.actions.appraisal import appraise
from data_access.queries import appraisals
from data_access.queries.appraisals import AppraisalLine
from scoring.periods import parse_period
from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown

PAGE = "pages/appraisal.py"
Q4 = parse_period("2022-Q4")
SECRETARIAT = Actor("to-giup-viec", "Tổ Giúp việc", Role.SECRETARIAT)


def line_of(engine: Engine, criterion: str = "2.1.1") -> AppraisalLine:
    (found,) = appraisals.lines(engine, SECRETARIAT, Q4, unit="535", criterion=criterion)
    return found


def grid(open_page: Open, user: str = "to-giup-viec") -> AppTest:
    return open_page(user, PAGE, period="2022-Q4", unit="535", xem="tat-ca")


def type_points(
    app: AppTest, points: str, reason: str = "", *, unit: str = "535", criterion: str = "2.1.1"
) -> AppTest:
    named = {one.key.rpartition("-")[0]: one for one in app.text_input}
    named[f"diem-{unit}-{criterion}"].set_value(points)
    named[f"ly-do-{unit}-{criterion}"].set_value(reason)
    return press(app, "Ghi điểm thẩm định")


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def test_what_waits_is_listed_by_unit_and_by_criterion(open_page: Open) -> None:
    text = shown(open_page("to-giup-viec", PAGE, period="2022-Q4"))
    assert "Theo đơn vị" in text
    assert "Theo tiêu chí" in text
    assert "tham-dinh?period=2022-Q4&amp;unit=535" in text


def test_points_and_reason_are_written_by_one_press(open_page: Open, demo_engine: Engine) -> None:
    app = type_points(grid(open_page), "3,25", "Thiếu biên bản niêm yết")
    text = shown(app)
    assert "Đã ghi điểm thẩm định 1 dòng." in text
    assert "Thiếu biên bản niêm yết" in text
    assert line_of(demo_engine).rounds[-1].points == Decimal("3.25")
    assert not any(one.value for one in app.text_input), "what was written leaves empty fields"


def test_a_figure_that_differs_from_the_claim_needs_its_reason(
    open_page: Open, demo_engine: Engine
) -> None:
    app = type_points(grid(open_page), "3,25")
    assert "Ba Tơ, tiêu chí 2.1.1: Phải ghi lý do" in shown(app)
    assert line_of(demo_engine).rounds == ()
    typed = {one.key.rpartition("-")[0]: one.value for one in app.text_input}
    assert typed["diem-535-2.1.1"] == "3,25", "what was typed stays"


def test_what_cannot_be_read_is_said_beneath_its_field(
    open_page: Open, demo_engine: Engine
) -> None:
    text = shown(type_points(grid(open_page), "ba điểm"))
    assert "“ba điểm” không phải là số điểm" in text
    assert "Chưa ghi điểm nào" in text
    assert line_of(demo_engine).rounds == ()


def test_nothing_typed_writes_nothing(open_page: Open) -> None:
    assert "Chưa ghi điểm ở dòng nào" in shown(press(grid(open_page), "Ghi điểm thẩm định"))


def test_points_that_somebody_else_gave_meanwhile_are_not_overruled_unseen(
    open_page: Open, demo_engine: Engine
) -> None:
    app = grid(open_page)
    appraise(demo_engine, SECRETARIAT, "535", Q4, "2.1.1", Decimal(2), "Người khác ghi")
    text = shown(type_points(app, "3,25", "Thiếu biên bản"))
    assert 'class="q-refusal"' in text
    assert line_of(demo_engine).rounds[-1].points == Decimal(2)
    press(app, "Ghi điểm thẩm định")
    shown(app)
    assert line_of(demo_engine).rounds[-1].points == Decimal("3.25"), "now it was seen"


def waiting_line(engine: Engine) -> AppraisalLine:
    lines = appraisals.lines(engine, SECRETARIAT, Q4, unit="535")
    return next(one for one in lines if waits(one))


def test_a_line_somebody_else_took_meanwhile_stays_with_what_was_typed(
    open_page: Open, demo_engine: Engine
) -> None:
    waiting = waiting_line(demo_engine)
    code, other = waiting.leaf.code, Decimal(0)
    app = open_page("to-giup-viec", PAGE, period="2022-Q4", unit="535")
    appraise(demo_engine, SECRETARIAT, "535", Q4, code, other, "Người khác ghi")
    text = shown(type_points(app, "1", "Đối chiếu minh chứng", criterion=code))
    assert f"Ba Tơ, tiêu chí {code}: Vừa có người khác ghi điểm" in text
    assert "Đã ghi điểm thẩm định" not in text
    typed = {one.key.rpartition("-")[0]: one.value for one in app.text_input}
    assert typed[f"diem-535-{code}"] == "1", "what was typed stays"
    assert line_of(demo_engine, code).rounds[-1].points == other
    text = shown(press(app, "Ghi điểm thẩm định"))
    assert "Đã ghi điểm thẩm định 1 dòng." in text, "now it was seen"
    keys = [one.key.rpartition("-")[0] for one in app.text_input]
    assert f"diem-535-{code}" not in keys, "it waits no longer"


def test_too_long_a_reason_is_said_and_nothing_is_written(
    open_page: Open, demo_engine: Engine
) -> None:
    app = type_points(grid(open_page), "3,25", "x" * 501)
    assert "“Lý do, căn cứ” dài 501 ký tự, tối đa 500. Chưa ghi gì." in shown(app)
    assert line_of(demo_engine).rounds == ()
    typed = {one.key.rpartition("-")[0]: one.value for one in app.text_input}
    assert len(typed["ly-do-535-2.1.1"]) == 501, "what was typed stays"


def test_somebody_else_s_criterion_is_said_to_be_so(open_page: Open) -> None:
    app = open_page("so-noi-vu-tham-dinh", PAGE, period="2022-Q4", **{"tieu-chi": "2.1.1"})
    assert "Tiêu chí 2.1.1 không giao cho tài khoản này thẩm định" in shown(app)


def test_one_criterion_across_units(open_page: Open) -> None:
    app = open_page(
        "to-giup-viec", PAGE, period="2022-Q4", **{"tieu-chi": "2.1.9", "xem": "tat-ca"}
    )
    text = shown(app)
    assert "Tiêu chí 2.1.9" in text
    assert "<b>Bình Sơn</b>" in text


def test_an_explanation_is_asked_given_and_read(open_page: Open, demo_engine: Engine) -> None:
    app = grid(open_page)
    assert "Chưa chọn “Về dòng”" in shown(press(app, "Gửi yêu cầu giải trình"))
    next(one for one in app.selectbox if one.label == "Về dòng").set_value("535-2.1.1")
    assert "Chưa ghi ngày" in shown(press(app, "Gửi yêu cầu giải trình"))
    app.text_area[0].set_value("Đề nghị gửi biên bản niêm yết.")
    due = next(one for one in app.text_input if one.label == "Trả lời đến hết ngày")
    due.set_value("31/02/2023")
    text = shown(press(app, "Gửi yêu cầu giải trình"))
    assert "“31/02/2023” không phải là một ngày có thật" in text
    assert "Đã gửi" not in text
    next(one for one in app.text_input if one.label == due.label).set_value("20/02/2023")
    text = shown(press(app, "Gửi yêu cầu giải trình"))
    assert "Đã gửi yêu cầu giải trình, trả lời đến hết ngày 20/02/2023" in text

    unit = open_page("ba-to", "pages/ranking.py", period="2022-Q4")
    assert "Đề nghị gửi biên bản niêm yết." in shown(unit)
    unit.text_area[0].set_value("Biên bản đã đính kèm.")
    assert "Đã gửi giải trình." in shown(press(unit, "Gửi giải trình"))

    text = shown(grid(open_page))
    assert "đã giải trình" in text
    assert "Biên bản đã đính kèm." in text
    type_points(app, "4,5", "Đã bổ sung")
    assert line_of(demo_engine).rounds[-1].round == 2


def test_published_lines_take_no_points(open_page: Open) -> None:
    app = open_page("to-giup-viec", PAGE, period="2022", unit="535", xem="tat-ca")
    assert "đã công bố nên không ghi điểm được" in shown(app)
    assert not app.text_input


def test_others_neither_see_nor_give_points(open_page: Open) -> None:
    for user in ("ba-to", "uy-vien"):
        app = open_page(user, PAGE, period="2022-Q4", unit="535")
        assert 'class="q-refusal"' in shown(app)
        assert not app.text_input


def test_the_council_s_word_is_written_as_such(open_page: Open, demo_engine: Engine) -> None:
    app = grid(open_page, "thuong-truc")
    next(one for one in app.selectbox if one.label == "Ghi là").set_value("3")
    type_points(app, "4", "Tập thể thống nhất")
    assert line_of(demo_engine).rounds[-1].round == 3


def test_an_assessor_sees_its_own_criteria_and_no_ranking_before_publication(
    open_page: Open, demo_engine: Engine
) -> None:
    app = open_page("so-noi-vu-tham-dinh", PAGE, period="2022-Q4", unit="533", xem="tat-ca")
    text = shown(app)
    assert "2.2.4." in text
    assert "2.1.1." not in text
    assert "Ghi là" not in [one.label for one in app.selectbox], "it does not speak for the council"
    type_points(app, "3", "Đối chiếu danh sách", unit="533", criterion="2.2.4")
    (line,) = appraisals.lines(demo_engine, SECRETARIAT, Q4, unit="533", criterion="2.2.4")
    assert line.rounds[-1].by == "Sở Nội vụ (cơ quan thẩm định)"
    ranking = open_page("so-noi-vu-tham-dinh", "pages/ranking.py", period="2022-Q4", unit="533")
    assert 'class="q-refusal"' in shown(ranking)
