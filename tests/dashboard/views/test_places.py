from dashboard.views.places import places
from dashboard.views.ranking import ranking_table
from tests.dashboard.views.standings_by_hand import SCENE


def view_of(result, *, decides=False):
    return places(result, ranking_table(result), {"Ba Tơ": "H. Ba Tơ"}, SCENE, decides=decides)
