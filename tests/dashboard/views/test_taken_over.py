"""What a unit took over from one that ended is told from its own wherever duties are listed."""

from dataclasses import replace
from datetime import date

from dashboard.views.completion import duties, state_table
from dashboard.views.digests import Post, body
from dashboard.views.long_lists import Paging
from dashboard.views.names import Names
from dashboard.views.overdue_table import BY_TASK, BY_UNIT, flat_table, grouped, overdue_table
from dashboard.views.own_list import months
from dashboard.views.own_work import own_work
from dashboard.views.reminder_message import EACH, messages
from dashboard.views.tiles import tile_map
from dashboard.views.unit_dates import unit_dates
from dashboard.wording import STATES
from data_access.standings import Standing
from scoring.digests import Audience, Digest, OpenDuty, Reader
from scoring.obligations import State
from scoring.reminder_days import Step
from scoring.units import Unit
from tests.dashboard.views.standings_by_hand import DUE, QUARTER, SCENE, TILES, standing

ENDED = Unit("cu", "Ban Chỉ đạo Sơn Tây", "ban-chi-dao-huyen", "Sơn Tây")
SAID = "nhận lại từ Sơn Tây"


def taken_over(one: Standing) -> Standing:
    owed = replace(one.obligation, inherited_from=ENDED.code)
    return replace(one, obligation=owed, former=ENDED)


OWN = standing("Sơn Hà", State.ON_TIME, code="a")
LEFT_OPEN = taken_over(standing("Sơn Hà", State.OVERDUE, code="a", days_late=15))


def test_a_square_shows_the_units_own_and_the_rest_stands_beneath() -> None:
    for both in ([OWN, LEFT_OPEN], [LEFT_OPEN, OWN]):
        found = tile_map(both, TILES, "x")
        assert [square.state for square in found.squares] == [STATES[State.ON_TIME]]
        assert found.elsewhere == ((f"Sơn Hà, {SAID}", STATES[State.OVERDUE]),)
        shown = len(found.squares) + len(found.elsewhere)
        assert sum(entry.count for entry in found.legend) == shown


def test_who_owes_nothing_itself_has_what_it_took_over_on_its_square() -> None:
    found = tile_map([LEFT_OPEN], TILES, "x")
    assert [square.state for square in found.squares] == [STATES[State.OVERDUE]]
    assert SAID in found.squares[0].sentence
    assert found.elsewhere == ()


def test_the_table_beside_the_map_tells_both_rows_apart() -> None:
    rows = state_table([OWN, LEFT_OPEN]).rows
    assert [row.cells[0].detail for row in rows] == [SAID, ""]
    listed = duties([OWN, LEFT_OPEN], "a", QUARTER)
    assert listed is not None
    assert [SAID in row.cells[0].text for row in listed.rows] == [False, True]


def test_the_overdue_list_and_its_file_say_so() -> None:
    for grouping in (BY_UNIT, BY_TASK):
        groups = grouped([LEFT_OPEN], grouping, {})
        table = overdue_table(groups, grouping, {}, Paging(first=0, last=1))
        assert [row.cells[0].detail for row in table.rows if not row.heading] == [SAID]
    flat = flat_table(grouped([LEFT_OPEN], BY_UNIT, {}), {})
    assert flat.rows[0].cells[0].text == f"Sơn Hà, {SAID}"


def test_ones_own_list_says_so_and_leads_to_the_form_of_the_unit_that_ended() -> None:
    names = Names({}, {}, {})
    table = own_work([LEFT_OPEN], (), "a", names, SCENE.day).table
    assert table is not None
    cell = table.rows[0].cells[0]
    assert cell.detail == SAID
    assert cell.link is not None
    assert dict(cell.link.params)["unit"] == ENDED.code
    coming = taken_over(standing("Sơn Hà", State.NOT_DUE, code="a", due=date(2022, 11, 30)))
    later = months([coming], SCENE.day)
    assert later is not None
    assert SAID in later.rows[1].cells[0].text


def test_a_message_a_letter_and_a_calendar_say_so() -> None:
    text = messages([LEFT_OPEN], ["a"], EACH, SCENE).messages[0].text
    assert f"({SAID}): hạn 12/10/2022" in text
    dates = unit_dates([LEFT_OPEN], "Sơn Hà", DUE, DUE, illustrative=True).dates
    assert [SAID in one.title for one in dates] == [True]
    duty = OpenDuty(LEFT_OPEN.obligation, State.OVERDUE, 15, DUE, Step(15))
    reader = Reader("a@huyen.vn", "", Audience.UNIT, "a")
    post = Post("Ban Chỉ đạo tỉnh", SCENE.day, {"a": "Sơn Hà", "cu": "Sơn Tây"})
    assert f"({SAID}): hạn 12/10/2022" in body(Digest(reader, (duty,), 1), post)
