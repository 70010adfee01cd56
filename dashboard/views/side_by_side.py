"""A unit's place in one of two rankings, in a few words."""

from dashboard.wording import number_text
from scoring.side_by_side import GivenPlace


def place_text(place: GivenPlace | None) -> str:
    """Place, total, class; a dash where the unit is not in that ranking."""
    if place is None:
        return "–"
    rank = "chưa xếp thứ" if place.rank is None else f"thứ {place.rank}"
    parts = (rank, number_text(place.total), place.class_name or "")
    return ", ".join(part for part in parts if part)
