"""Lines to appraise written by hand, as the queries give them."""

from decimal import Decimal

from data_access.queries.appraisals import AppraisalLine, LineState
from scoring.criteria_leaves import Leaf
from scoring.criteria_terms import Section
from scoring.rules.assessed import Assessed
from scoring.units import Unit

BA_TO = Unit("535", "Ban Chỉ đạo huyện Ba Tơ", "ban-chi-dao-huyen", "Ba Tơ")
TRA_BONG = Unit("525", "Ban Chỉ đạo huyện Trà Bồng", "ban-chi-dao-huyen", "Trà Bồng")


def leaf(code: str, most: str | None = "5") -> Leaf:
    limit = None if most is None else Decimal(most)
    return Leaf(code, f"Tiêu chí {code}", limit, Section.STANDARD, Assessed(None, ""))


def appraisal_line(unit: Unit = BA_TO, code: str = "1.1", **said: object) -> AppraisalLine:
    given: dict[str, object] = {
        "unit": unit,
        "leaf": leaf(code),
        "criteria": "bang",
        "assessor": "",
        "claim": Decimal("4"),
        "ruled": None,
        "ruled_reason": "Chưa thẩm định",
        "figures": (),
        "rounds": (),
        "final": None,
        "evidence": (),
        "seen": None,
        "state": LineState.WAITING,
        "talk": (),
        "open": True,
        "needed": True,
        "excluded": False,
        "superseded": (),
    }
    return AppraisalLine(**(given | said))
