"""One line of points: a criterion of a unit in a period, on one table of criteria. Holds how its
rows are found and marked, whatever they say."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table

from data_access.accounts import Actor
from data_access.moments import Moments
from scoring import self_score
from scoring.criteria import CriteriaSet
from scoring.periods import Period


@dataclass(frozen=True)
class ScoreLine:
    """`criteria` is the code of the table."""

    criteria: str
    unit: str
    period: Period
    criterion: str

    def __str__(self) -> str:
        return f"{self.criteria} {self.unit} {self.period} {self.criterion}"

    def columns(self) -> dict[str, object]:
        return {
            "criteria": self.criteria,
            "unit": self.unit,
            "period": str(self.period),
            "criterion": self.criterion,
        }


def of_table(kept: Table, table: CriteriaSet, period: Period) -> ColumnElement[bool]:
    """The rows of a period that concern the table; those older than several tables name none and
    belong to the main one."""
    codes = [table.code, ""] if table.form == self_score.CODE else [table.code]
    return (kept.c.period == str(period)) & kept.c.criteria.in_(codes)


def act(actor: Actor, at: Moments) -> dict[str, object]:
    """Who did it and when, as columns."""
    return {
        "actor": actor.user,
        "actor_name": actor.name,
        "at": at.official,
        "recorded": at.recorded,
    }
