import pytest

from dashboard.printing.ranking import issuer_above
from scoring.units import Unit
from tests.dashboard.views.rankings_by_hand import FOUR, result

ROOT = Unit("0", "Tỉnh", "tinh", attributes={"place": "Quảng Ngãi"})
MIDDLE = Unit("1", "Huyện", "huyen", parent="0", attributes={"place": "Ba Tơ"})


@pytest.mark.parametrize(
    ("parent", "place"),
    [
        ("1", "Ba Tơ"),
        ("0", "Quảng Ngãi"),
        # A ranked unit that hangs nowhere: the highest committee answers for it.
        (None, "Quảng Ngãi"),
    ],
)
def test_the_committee_above_the_ranked_units_issues_their_ranking(parent, place):
    ranked = [Unit(card.unit, card.name, "xa", parent=parent) for card in FOUR]

    assert issuer_above((ROOT, MIDDLE, *ranked), result(FOUR)).place == place


def test_an_empty_ranking_is_issued_by_the_highest_committee():
    assert issuer_above((ROOT, MIDDLE), result(())).place == "Quảng Ngãi"
