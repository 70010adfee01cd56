"""What moved between two scorings: lines that add up to the total, places, units come and gone."""

from decimal import Decimal

from scoring.evaluation import evaluate
from scoring.movement import moves
from tests.scoring.builders import card, table_of, unit

TABLE = table_of("""
bonus_cap: 1
criteria:
  - {code: "1", text: một, max: 10, rule: {type: count, figure: a, points: 1}}
  - {code: "2", text: hai, max: 10, periods: [Y], rule: {type: count, figure: b, points: 1}}
  - {code: "3", text: ba, max: 10, rule: {type: count, figure: c, points: 1}}
bonuses: [{code: T, text: thưởng, max: 3, rule: {type: count, figure: t, points: 1}}]
classes: [{name: A, from: 15}, {name: B}]
""")


def test_lines_that_moved_add_up_to_the_change_of_the_total() -> None:
    before = card(TABLE, "a=5 b=3 c=4 t=0")
    after = card(TABLE, "a=7 b=2 c=4 t=3")
    moved = moves(before, after)
    # The bonus gives 3, the cap takes 2 of them back; criterion 3 stayed.
    assert [(move.code, f"{move.change:f}") for move in moved.lines] == [
        ("T", "3.00"),
        ("1", "2.00"),
        ("@bonus_cap", "-2.00"),
        ("2", "-1.00"),
    ]
    assert moved.change == Decimal("2.00")
    assert sum(move.change for move in moved.lines) == moved.change
    assert (moved.class_before, moved.class_after) == ("B", "B")


def test_a_line_that_was_not_yet_due_moved_from_nothing() -> None:
    moved = moves(card(TABLE, "a=5 c=4 t=0", "2022-Q2"), card(TABLE, "a=5 b=0 c=4 t=0", "2022"))
    [line] = moved.lines
    assert (line.code, line.before, line.after, line.change) == ("2", None, Decimal("0.00"), 0)


def test_between_cards_without_a_total_there_is_no_change_of_it() -> None:
    assert moves(card(TABLE, "a=5"), card(TABLE, "a=5 b=3 c=4 t=0")).change is None


def test_the_same_card_did_not_move() -> None:
    [same] = evaluate(TABLE, [unit("a=5 b=3 c=4 t=3")], None)
    assert moves(same, same).lines == ()
