"""A form from its text to a receipt: brought in, owed, filled in, handed in, then replaced."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Actor
from data_access.actions import setup
from data_access.actions.forms import import_form
from data_access.actions.returns import submit_return
from data_access.database import data_version, reading
from data_access.documents import form_definition_for
from data_access.owed_forms import owed_form
from data_access.queries import catalogue, forms
from data_access.queries.templates import form_for, template
from data_access.returns import Submission
from data_access.workbook.filling import fill_template
from scoring.facts import Absent
from scoring.issues import Code
from scoring.periods import Period
from scoring.refusals import Refusal, Refused
from scoring.returns import Answer
from tests.builders import CLERK_A, CLERK_B, LEADER, MEMBER, Q1, Q2, Q3, SECRETARY, YEAR, at
from tests.form_texts import ASKING, PLAN, VISITS

NEWER = VISITS.replace('version: "1"', 'version: "2"').replace("2022-01-01", "2022-07-01")


@pytest.fixture
def asking(province: Engine) -> Engine:
    """The province, which now asks for the small form and for a plan."""
    for text in (VISITS, PLAN):
        assert import_form(province, OPERATOR, text) == ()
    assert setup.import_programme(province, OPERATOR, ASKING) == ()
    return province


def refused(action, *arguments) -> Refusal:
    with pytest.raises(Refused) as caught:
        action(*arguments)
    return caught.value.code


def answers(visits: int, to_date: int, **dialogue: Answer) -> dict[str, Answer]:
    given: dict[str, Answer] = {
        "T.1.in_period": Decimal(visits),
        "T.1.to_date": Decimal(to_date),
    }
    listed = {f"D.{key}": answer for key, answer in dialogue.items()}
    return given | (listed or {"D": Absent.NOT_ARISEN})


def hand_in(
    engine: Engine, period: Period, given: Mapping[str, Answer], blank: bytes | None = None
) -> Submission:
    form = form_for(engine, "tiep-dan", "001", period)
    content = blank or template(engine, CLERK_A, "tiep-dan", "001", period).content
    day = period.last_day.replace(day=28)
    return submit_return(engine, CLERK_A, "a.xlsx", fill_template(content, form, given), at(day))


def test_a_form_of_ones_own_is_owed_filled_in_and_received(asking: Engine) -> None:
    kept = hand_in(asking, Q1, answers(5, 5))
    assert (kept.accepted, kept.issues, kept.form) == (True, (), "tiep-dan")
    entries = {one.code: one.version for one in catalogue.forms(asking)}
    assert entries == {"ke-hoach": "1", "tien-do": "kh-2022", "tiep-dan": "1", "tu-cham": "nho/1"}


def test_a_check_adds_up_figures_of_two_quarters(asking: Engine) -> None:
    assert hand_in(asking, Q1, answers(5, 5)).issues == ()
    assert hand_in(asking, Q2, answers(3, 8)).issues == ()
    doubted = hand_in(asking, Q2, answers(3, 9))
    assert doubted.accepted
    assert [found.code for found in doubted.issues] == [Code.CHECK_FAILED]


def test_a_check_of_a_listing_is_made_row_by_row(asking: Engine) -> None:
    dialogue = {"1.place": "Xã A", "1.people": Decimal(90), "1.spoke": Decimal(3)}
    dialogue |= {"2.place": "Xã B", "2.people": Decimal(4), "2.spoke": Decimal(9)}
    kept = hand_in(asking, Q1, answers(5, 5, **dialogue))
    assert not kept.accepted
    assert [(found.code, found.where.sheet) for found in kept.issues] == [
        (Code.CHECK_BLOCKS, "Đối thoại")
    ]
    assert "2" in kept.issues[0].where.label


def previous_figures(engine: Engine, actor: Actor, period: Period) -> list[str]:
    """What stands in the grey column of the first sheet."""
    content = template(engine, actor, "tiep-dan", "001", period).content
    rows = load_workbook(BytesIO(content))["Tiếp dân"].values
    return [str(row[4]) for row in rows if row[1] == "Số lượt tiếp"]


def test_last_quarters_figures_stand_in_the_template_of_who_may_see_them(asking: Engine) -> None:
    hand_in(asking, Q1, answers(5, 1234))
    for actor in (CLERK_A, SECRETARY, LEADER):
        assert previous_figures(asking, actor, Q2) == ["1.234"]
    # Members see who reported, not what.
    assert previous_figures(asking, MEMBER, Q2) == ["None"]
    assert refused(template, asking, CLERK_B, "tiep-dan", "001", Q2) is Refusal.NOT_YOUR_UNIT
    assert previous_figures(asking, CLERK_A, Q3) == ["None"]


def test_what_did_not_arise_is_not_shown_as_a_figure(asking: Engine) -> None:
    text = VISITS.replace("previous: to_date", "previous: in_period")
    assert import_form(asking, OPERATOR, text) == ()
    given = answers(0, 0) | {"T.1.in_period": Absent.NOT_ARISEN}
    assert hand_in(asking, Q1, given).accepted
    content = template(asking, CLERK_A, "tiep-dan", "001", Q2).content
    rows = load_workbook(BytesIO(content))["Tiếp dân"].values
    assert "KPS" in [cell for row in rows for cell in row]


def test_the_version_in_force_on_the_periods_last_day_is_given_out(asking: Engine) -> None:
    assert import_form(asking, OPERATOR, NEWER) == ()
    versions = [form_for(asking, "tiep-dan", "001", q).mark.version for q in (Q1, Q2, Q3)]
    assert versions == ["1", "1", "2"]


def test_an_old_template_is_taken_while_its_version_is_in_force(asking: Engine) -> None:
    old = template(asking, CLERK_A, "tiep-dan", "001", Q3).content
    assert import_form(asking, OPERATOR, NEWER) == ()
    refused_now = hand_in(asking, Q3, answers(1, 1), old)
    assert [found.code for found in refused_now.issues] == [Code.WRONG_VERSION]
    longer = VISITS.replace("{from: 2022-01-01}", "{from: 2022-01-01, to: 2022-09-30}")
    assert import_form(asking, OPERATOR, longer) == ()
    assert hand_in(asking, Q3, answers(1, 1), old).accepted


def test_a_version_that_was_used_can_be_ended_but_not_changed(asking: Engine) -> None:
    changed = VISITS.replace("Số lượt tiếp", "Số lượt tiếp dân")
    assert import_form(asking, OPERATOR, changed) == ()
    assert import_form(asking, OPERATOR, VISITS) == ()
    assert hand_in(asking, Q1, answers(5, 5)).accepted
    before = data_version(asking)
    assert refused(import_form, asking, OPERATOR, changed) is Refusal.FORM_VERSION_IN_USE
    assert data_version(asking) == before
    ended = VISITS.replace("{from: 2022-01-01}", "{from: 2022-01-01, to: 2022-06-30}")
    assert import_form(asking, OPERATOR, ended + "# đã hết hiệu lực\n") == ()
    assert refused(form_for, asking, "tiep-dan", "001", Q3) is Refusal.UNKNOWN_FORM


@pytest.mark.parametrize("actor", [CLERK_A, MEMBER, LEADER])
def test_only_the_secretariat_brings_forms_in(small: Engine, actor: Actor) -> None:
    assert refused(import_form, small, actor, VISITS) is Refusal.ROLE_NOT_ALLOWED


def test_a_form_with_mistakes_is_not_kept(small: Engine) -> None:
    before = data_version(small)
    issues = import_form(small, OPERATOR, VISITS.replace("kind: text", "kind: txt"))
    assert Code.NOT_ONE_OF in [found.code for found in issues]
    assert import_form(small, OPERATOR, "a: [")[0].code is Code.NOT_YAML
    assert data_version(small) == before


def test_a_form_let_in_with_a_warning_says_so(small: Engine) -> None:
    issues = import_form(small, OPERATOR, VISITS.replace(". Đề nghị đối chiếu", ""))
    assert [found.code for found in issues] == [Code.MESSAGE_WITHOUT_REMEDY]
    assert [head.code for head in forms.form_entries(small)] == ["tiep-dan"]


def test_versions_are_listed_and_read_word_for_word(asking: Engine) -> None:
    import_form(asking, OPERATOR, NEWER)
    listed = [(head.code, head.version, head.is_document) for head in forms.form_entries(asking)]
    assert listed == [("ke-hoach", "1", True), ("tiep-dan", "1", False), ("tiep-dan", "2", False)]
    assert forms.form_document(asking, "tiep-dan", "2") == NEWER
    assert forms.form_definition(asking, "tiep-dan").version == "2"
    assert forms.form_definition(asking, "tiep-dan", Q1).version == "1"
    for question, *arguments in (
        (forms.form_document, asking, "tiep-dan", "3"),
        (forms.form_definition, asking, "khong-co"),
        (forms.form_definition, asking, "tiep-dan", Period(2021, 4)),
    ):
        assert refused(question, *arguments) is Refusal.UNKNOWN_FORM


def test_a_signed_document_has_no_workbook(asking: Engine) -> None:
    assert refused(template, asking, CLERK_A, "ke-hoach", "001", YEAR) is Refusal.FORM_IS_DOCUMENT
    with reading(asking) as connection:
        owed = owed_form(connection, "ke-hoach", "001", YEAR)
        assert form_definition_for(connection, "ke-hoach", YEAR) == owed.definition
    assert owed.is_document and owed.form.sheets == ()
    assert owed.duty.due(YEAR) == date(2022, 4, 5)


def test_a_form_is_refused_where_nobody_asks_for_it(asking: Engine) -> None:
    for arguments, code in (
        (("khong-co", "001", Q1), Refusal.UNKNOWN_FORM),
        (("tiep-dan", "999", Q1), Refusal.UNKNOWN_UNIT),
        (("tiep-dan", "tinh", Q1), Refusal.FORM_NOT_OWED),
        (("tiep-dan", "001", YEAR), Refusal.PERIOD_NOT_FOR_FORM),
        (("ke-hoach", "001", Q1), Refusal.PERIOD_NOT_FOR_FORM),
        (("tiep-dan", "001", Period(2021, 1)), Refusal.UNKNOWN_PERIOD),
    ):
        assert refused(form_for, asking, *arguments) is code


def test_a_form_may_ask_less_often_than_its_duty(asking: Engine) -> None:
    yearly = VISITS.replace("in_force:", "periods: [Q4]\nin_force:")
    assert import_form(asking, OPERATOR, yearly) == ()
    assert refused(form_for, asking, "tiep-dan", "001", Q1) is Refusal.PERIOD_NOT_FOR_FORM


def test_a_programme_may_name_a_form_that_is_not_there_yet(province: Engine) -> None:
    assert setup.import_programme(province, OPERATOR, ASKING) == ()
    versions = {one.code: one.version for one in catalogue.forms(province)}
    assert versions["tiep-dan"] == ""
    assert refused(form_for, province, "tiep-dan", "001", Q1) is Refusal.UNKNOWN_FORM
