"""Scorecards and rankings as JSON documents; `score`, `rank` and `criteria try` print the same."""

from collections.abc import Iterable

from scoring.ranking import Ranking
from scoring.scorecards import BlockTotal, Line, Scorecard


def ranking_document(
    period: str | None, criteria: str, ranking: Ranking, *, provisional: bool
) -> dict[str, object]:
    return {
        "period": period,
        "criteria": criteria,
        "provisional": provisional,
        "places": [
            {
                "rank": place.rank,
                "unit": place.unit,
                "name": place.name,
                "group": place.group,
                "total": place.total,
                "class": place.class_name,
                "note": place.note or None,
            }
            for place in ranking.places
        ],
        "unranked": [
            {
                "unit": one.unit,
                "name": one.name,
                "group": one.group,
                "reason": one.reason,
                "class": one.class_name,
                "result": one.result and one.result.value,
            }
            for one in ranking.unranked
        ],
    }


def scorecard_documents(cards: Iterable[Scorecard]) -> list[dict[str, object]]:
    return [_scorecard(card) for card in cards]


def _scorecard(card: Scorecard) -> dict[str, object]:
    return {
        "unit": card.unit,
        "total": card.total,
        "max": card.max,
        "class": card.class_name,
        "class_reason": card.class_reason or None,
        "pending": list(card.pending),
        "unranked": card.unranked,
        "result": card.result and card.result.value,
        "warnings": list(card.warnings),
        "blocks": [_block(block) for block in card.blocks],
        "lines": [_line(line) for line in card.lines],
    }


def _block(block: BlockTotal) -> dict[str, object]:
    return {
        "code": block.code,
        "text": block.text,
        "max": block.max,
        "points": block.points,
        "result": block.result and block.result.value,
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "code": line.code,
        "status": line.status.value,
        "max": line.max,
        "self": line.claimed,
        "appraised": line.appraised,
        "final": line.final,
        "result": line.result and line.result.value,
        "reason": line.reason,
        "source": line.source,
    }
