"""A committee's answers on the self-score form: figures, claims, evidence."""

from collections.abc import Mapping
from decimal import Decimal

from sample_data.claims import claims
from sample_data.committees import Committee
from sample_data.figures import figures
from scoring.criteria import CriteriaSet
from scoring.periods import Period
from scoring.returns import Answer


def self_score(table: CriteriaSet, committee: Committee, period: Period) -> Mapping[str, Answer]:
    """More than one quarter's form asks; the form takes what it has fields for."""
    found = figures(committee, period.quarter or 4)
    claimed = claims(table, committee, found, period)
    answers: dict[str, Answer] = dict(found)
    answers |= {f"@claim.{code}": points for code, points in claimed.items()}
    return answers | _evidence(table, claimed)


def _evidence(table: CriteriaSet, claimed: Mapping[str, Decimal]) -> Mapping[str, Answer]:
    return {
        f"@evidence.{leaf.code}": _document(leaf.code)
        for leaf in table.leaves()
        if leaf.evidence is not None and claimed.get(leaf.code)
    }


def _document(code: str) -> str:
    return f"Kế hoạch năm 2022 của Ban Chỉ đạo (bản chụp, minh chứng tiêu chí {code})"
