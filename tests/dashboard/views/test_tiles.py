from dashboard.views.tiles import name_lines, sentence_of, tile_map
from scoring.obligations import State
from tests.dashboard.views.standings_by_hand import TILES, standing


def test_a_name_breaks_between_words_only() -> None:
    assert name_lines("Nghĩa Hành") == ("Nghĩa Hành",)
    assert name_lines("TP Quảng Ngãi") == ("TP Quảng", "Ngãi")
    assert name_lines("Liênđoànlaođộng tỉnh") == ("Liênđoànlaođộng", "tỉnh")


def test_an_empty_row_of_the_grid_is_lower_than_a_tile() -> None:
    found = tile_map(
        [standing("A", State.ON_TIME, code="a"), standing("B", State.LATE, code="b")], TILES, "x"
    )
    assert [square.row for square in found.squares] == [0, 1.3]
    assert (found.rows, found.columns) == (2.3, 2)


def test_a_unit_without_a_tile_is_listed_not_dropped() -> None:
    found = tile_map([standing("Sở Nội vụ", State.OVERDUE, code="SNV")], TILES, "x")
    assert found.squares == ()
    assert [name for name, _ in found.elsewhere] == ["Sở Nội vụ"]
    assert [entry.count for entry in found.legend] == [1]


def test_hover_says_a_whole_sentence() -> None:
    assert sentence_of(standing("Ba Tơ", State.OVERDUE, days_late=15)) == (
        "Ba Tơ: quá hạn, hạn 12/10/2022, đã quá 15 ngày."
    )
    assert sentence_of(standing("Ba Tơ", State.LATE, days_late=2)) == (
        "Ba Tơ: nộp trễ, nhận lúc 08:30 ngày 14/10/2022, hạn 12/10/2022 (trễ 2 ngày)."
    )
    assert sentence_of(standing("Ba Tơ", State.DUE_SOON)) == ("Ba Tơ: sắp đến hạn, hạn 12/10/2022.")
