"""What people typed never becomes markup."""

from dashboard import charts, markup
from dashboard.views.completion import state_table
from dashboard.views.heading import Heading
from dashboard.views.table import Cell, Column, Link, Row, Table
from dashboard.views.tiles import tile_map
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import TILES, standing

SCRIPT = "<script>alert(1)</script>"


def address(link: Link) -> str:
    return f"{link.address}?{'&'.join(f'{name}={value}' for name, value in link.params)}"


def test_a_name_that_is_a_script_stays_words() -> None:
    named = standing(SCRIPT, State.OVERDUE, code="a")
    tiles = tile_map([named], TILES, "ban-do")
    drawn = (
        markup.table(state_table([named]), address),
        markup.tiles(tiles, address),
        markup.legend(tile_map([named], (), "ban-do")),
        markup.heading(Heading(SCRIPT, SCRIPT, (SCRIPT,))),
        markup.sentence(SCRIPT),
        markup.signed_in(SCRIPT, SCRIPT),
        charts.tile_figure(tiles, None).to_json().replace("\\u003c", "<"),
    )
    assert not any("<script" in one for one in drawn)
    assert all("&lt;script&gt;" in one for one in drawn)


def test_an_attribute_cannot_be_closed_from_inside() -> None:
    column, cell = Column('"><b>'), Cell('"', link=Link('x"onclick="y'))
    drawn = markup.table(Table((column,), (Row((cell,)),)), address)
    assert 'onclick="' not in drawn
    assert '""' not in drawn


def test_a_state_is_mark_and_word_not_colour_alone() -> None:
    drawn = markup.table(state_table([standing("Ba Tơ", State.LATE, days_late=2)]), address)
    assert "◐" in drawn
    assert "nộp trễ" in drawn


def test_links_stay_in_the_window() -> None:
    drawn = markup.table(state_table([standing("Ba Tơ", State.LATE)]), address)
    assert drawn.count("<a ") == drawn.count('target="_self"') == 1


def test_what_is_not_there_draws_nothing() -> None:
    assert markup.table(None, address) == markup.sentence("") == ""
    assert markup.outcome(None, address) == markup.back("Về", None, address) == ""


def test_the_chart_asks_for_no_map_and_selects_the_chosen_unit() -> None:
    tiles = tile_map([standing("A", State.ON_TIME, code="a")], TILES, "ban-do")
    figure = charts.tile_figure(tiles, "a")
    assert [trace.type for trace in figure.data] == ["bar"]
    assert list(figure.data[0].selectedpoints) == [0]
    assert "geo" not in figure.to_json()
