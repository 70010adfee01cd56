from dataclasses import replace
from datetime import date

from dashboard.views.places import Decisions, Places, not_shown, places, short_table
from dashboard.views.publication import official
from dashboard.views.ranking import ranking_table
from data_access.queries.scores import RankingResult
from tests.dashboard.views.rankings_by_hand import result
from tests.dashboard.views.standings_by_hand import QUARTER, SCENE

LABELS = {"Ba Tơ": "H. Ba Tơ"}


def view_of(
    ranked: RankingResult, *, decides: bool = False, estimates: frozenset[str] = frozenset()
) -> Places:
    table, published = ranking_table(ranked), ranked.published
    made = official(published, None, None, LABELS) if published else None
    return places(ranked, table, LABELS, SCENE, made, Decisions(decides), estimates)


def test_place_unit_and_total_come_first_and_ties_share_a_place() -> None:
    view = view_of(result())
    assert [column.heading for column in view.table.columns][:3] == [
        "Xếp thứ",
        "Đơn vị",
        "Tổng điểm",
    ]
    rows = [tuple(cell.text for cell in row.cells[:3]) for row in view.table.rows]
    assert rows[:3] == [
        ("1", "Đức Phổ", "95,25"),
        ("2", "H. Ba Tơ", "89,50"),
        ("2", "Trà Bồng", "89,50"),
    ]


def test_the_unranked_stand_last_with_their_reason_and_no_bar() -> None:
    last = view_of(result()).table.rows[-1]
    assert last.cells[1].text == "Sơn Hà"
    assert last.cells[2].bar is None
    assert "chưa nộp bảng tự chấm điểm" in last.cells[-1].text


def test_a_full_bar_is_the_most_there_was_to_get() -> None:
    assert view_of(result()).table.rows[0].cells[2].bar == 95.2


def test_only_an_unpublished_ranking_asks_the_one_who_decides() -> None:
    assert view_of(result(published=False), decides=True).to_publish
    assert not view_of(result(published=False)).to_publish
    assert not view_of(result(), decides=True).to_publish


def test_the_printed_files_are_named_by_period_profile_and_format() -> None:
    links = [link for way in view_of(result()).prints for _, link in way.links]
    assert [dict(link.params)["format"] for link in links] == ["pdf", "xlsx"] * 2
    assert {dict(link.params)["profile"] for link in links} == {"dang", "nha-nuoc"}
    assert not any(link.keeps for link in links)


def test_the_short_table_leaves_out_the_unranked_and_says_so() -> None:
    ranked = result()
    table = short_table(ranked, ranking_table(ranked), LABELS)
    assert len(table.rows) == 4
    assert "1 đơn vị chưa xếp thứ" in table.notes[0]


def test_what_may_not_be_seen_yet_leaves_a_sentence_in_its_place() -> None:
    view = not_shown("Chưa công bố.", QUARTER, SCENE)
    assert (view.table, view.instead, view.prints) == (None, "Chưa công bố.", ())


def test_whoever_decides_may_number_and_correct_what_stands() -> None:
    view = view_of(result(), decides=True)
    assert (view.to_number, view.to_correct) == (1, 1)
    assert ("Ba Tơ", "H. Ba Tơ") in view.published_units
    reader = view_of(result())
    assert (reader.to_number, reader.to_correct, reader.published_units) == (None, None, ())


def test_what_has_its_number_may_only_have_it_put_right() -> None:
    ranked = result()
    numbered = replace(ranked.published, decision="12-QĐ/BCĐ", decided_on=date(2023, 1, 12))
    view = view_of(replace(ranked, published=numbered), decides=True)
    assert (view.to_number, view.numbered, view.to_correct) == (1, True, 1)
    assert ("Quyết định, thông báo", "số 12-QĐ/BCĐ ngày 12/01/2023") in view.official.lines


def test_what_was_corrected_since_is_only_read() -> None:
    ranked = result()
    later = replace(ranked.published, id=2, number=9)
    made = official(ranked.published, None, later, LABELS)
    decides = Decisions(decides=True)
    view = places(ranked, ranking_table(ranked), LABELS, SCENE, made, decides)
    assert (view.to_number, view.to_correct, view.prints) == (None, None, ())
    assert dict(view.back.params) == {"cong-bo": None}
    assert ("Không còn hiệu lực", "đã được thay bằng lần công bố số 9") in made.lines


def test_estimates_are_marked_beside_the_unit_s_name() -> None:
    rows = view_of(result(published=False), estimates=frozenset({"Ba Tơ"})).table.rows
    marked = {row.cells[1].text: row.cells[1].detail for row in rows}
    assert marked["H. Ba Tơ"] == "số liệu ước"
    assert marked["Trà Bồng"] == ""
