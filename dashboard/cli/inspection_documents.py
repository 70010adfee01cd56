"""Inspections as JSON and as rows for people."""

from dashboard.views.inspections import visit_state
from dashboard.wording import day_text
from data_access.inspections import VisitEvent
from data_access.queries.inspections import InspectionStanding, VisitStanding
from data_access.recommendations import Recommendation


def inspection_document(one: InspectionStanding) -> dict[str, object]:
    team = one.inspection.team
    return {
        "id": one.inspection.id,
        "year": team.year,
        "title": team.title,
        "members": list(team.members),
        "decision": team.decision or None,
        "decided_on": team.decided_on,
        "programme": team.programme or None,
        "task": team.task or None,
        "visits": [_visit(visit) for visit in one.visits],
    }


def visit_rows(one: InspectionStanding) -> list[tuple[str, ...]]:
    return [
        (
            str(standing.visit.id),
            standing.unit.label,
            day_text(standing.visit.day),
            visit_state(standing).word,
            str(len(standing.recommendations)),
        )
        for standing in one.visits
    ]


def _visit(one: VisitStanding) -> dict[str, object]:
    return {
        "id": one.visit.id,
        "unit": one.visit.unit,
        "planned_on": one.visit.planned_on,
        "day": one.visit.day,
        "announced": one.visit.announced,
        "held": one.visit.held.day if one.visit.held else None,
        "cancelled": one.visit.cancelled is not None,
        "events": [_event(event) for event in one.visit.events],
        "recommendations": [_recommendation(told) for told in one.recommendations],
    }


def _event(one: VisitEvent) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "day": one.day,
        "number": one.number or None,
        "text": one.text or None,
        "file": one.file_name or None,
        "sha256": one.sha256,
        "by": one.by,
        "at": one.at,
    }


def _recommendation(one: Recommendation) -> dict[str, object]:
    return {
        "id": one.id,
        "text": one.text,
        "due": one.due,
        "criteria": one.criteria or None,
        "criterion": one.criterion or None,
        "done": one.done.day if one.done else None,
        "done_text": one.done.text if one.done else None,
        "at": one.at,
    }
