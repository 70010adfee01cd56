"""What a unit's points rest on, as a JSON document."""

from collections.abc import Mapping

from data_access.queries.explanations import Explanation
from scoring.facts import Appraisal, Source
from scoring.gains import LostPoints, NextClass, NextPlace, Way
from scoring.scorecards import Line, UsedFigure


def explanation_document(found: Explanation, criterion: str | None = None) -> dict[str, object]:
    """Of every line, or of one criterion's alone."""
    card, lost = found.card, {one.code: one for one in found.lost}
    return {
        "unit": card.unit,
        "name": card.name,
        "period": found.period,
        "criteria": f"{found.criteria.code}/{found.criteria.version}",
        "publication": found.published and found.published.id,
        "rank": found.place and found.place.rank,
        "total": card.total,
        "max": card.max,
        "class": card.class_name,
        "class_reason": card.class_reason or None,
        "unranked": card.unranked,
        "warnings": list(card.warnings),
        "lines": [_line(line, lost) for line in card.lines if criterion in (None, line.code)],
        "lost": [_lost(one) for one in found.lost if criterion in (None, one.code)],
        "next_place": found.next_place and _next_place(found.next_place),
        "next_class": found.next_class and _next_class(found.next_class),
    }


def _line(line: Line, lost: Mapping[str, LostPoints]) -> dict[str, object]:
    return {
        "code": line.code,
        "text": line.text,
        "status": line.status.value,
        "rule": line.rule or None,
        "article": line.article or None,
        "assessor": line.assessor or None,
        "figures": [_figure(one) for one in line.figures],
        "max": line.max,
        "self": line.claimed,
        "rounds": [_round(one) for one in line.rounds],
        "appraised": line.appraised,
        "final": line.final,
        "lost": lost[line.code].lost if line.code in lost else None,
        "reason": line.reason,
    }


def _figure(one: UsedFigure) -> dict[str, object]:
    return {
        "key": one.key,
        "label": one.label,
        "value": one.value,
        "absent": one.absent or None,
        "source": one.source and _source(one.source),
    }


def _source(one: Source) -> dict[str, object]:
    return {
        "file": one.file,
        "sheet": one.sheet,
        "cell": one.cell,
        "submission": one.submission,
    }


def _round(one: Appraisal) -> dict[str, object]:
    return {
        "round": one.round,
        "points": one.points,
        "by": one.by,
        "at": one.at,
        "reason": one.reason,
    }


def _lost(one: LostPoints) -> dict[str, object]:
    return {"code": one.code, "text": one.text, "lost": one.lost}


def _next_place(one: NextPlace) -> dict[str, object]:
    return {"rank": one.rank, "rival": one.rival.unit, **_way(one.way)}


def _next_class(one: NextClass) -> dict[str, object]:
    asked = {"conditions": list(one.conditions), "held": one.held or None}
    return {"class": one.name, **_way(one.way), **asked}


def _way(way: Way) -> dict[str, object]:
    return {
        "gain": way.gain,
        "alone": [one.code for one in way.alone],
        "together": [one.code for one in way.together],
    }
