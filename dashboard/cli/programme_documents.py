"""Programmes as JSON: readings, drafts, texts."""

from collections.abc import Collection

from dashboard.views.readings import reading_words
from data_access.programme_drafts import Draft
from data_access.proposed_readings import ProposedReading
from data_access.queries.programmes import DraftStory, VersionEntry


def reading_document(
    one: ProposedReading, confirmed: Collection[str] | None = None
) -> dict[str, object]:
    """`asked`: what must be answered before it can be confirmed; `choices` of a day off: the day,
    the working day before it, the one after it."""
    said: dict[str, object] = {
        "key": one.key,
        "title": one.title,
        "printed": one.timing.printed or None,
        "reading": one.timing.reading.value,
        "words": reading_words(one),
        "due": one.timing.due,
        "dues": [
            {
                "period": str(due.period),
                "day": due.day,
                "hour": f"{due.hour:%H:%M}" if due.hour else None,
                "printed": due.printed,
            }
            for due in one.timing.dues
        ],
        "before": one.before.value,
        "roll": one.roll.value,
        "questions": [question.value for question in one.timing.questions],
        "asked": [question.value for question in one.asked],
        "other_year": one.of_another_year,
        "doubted": one.doubted,
        "choices": None if one.choices is None else list(one.choices),
    }
    return said if confirmed is None else said | {"confirmed": one.said in confirmed}


def draft_head(one: Draft) -> dict[str, object]:
    return {
        "code": one.code,
        "year": one.year,
        "title": one.programme.title,
        "origin": one.origin.value,
        "saved": one.id,
        "by": one.by,
        "at": one.at,
    }


def draft_document(story: DraftStory) -> dict[str, object]:
    confirmed = story.draft.confirmed
    return draft_head(story.draft) | {
        "issuer": story.draft.programme.issuer,
        "readings": [reading_document(one, confirmed) for one in story.readings],
        "debtors": {
            key: {
                "named": debt.named or None,
                "units": [unit.code for unit in debt.units],
                "exempt": [{"unit": unit.code, "reason": why} for unit, why in debt.exempt],
            }
            for key, debt in story.debts.items()
        },
        "changes": [
            {"where": one.where, "what": one.what, "before": one.before, "after": one.after}
            for one in story.changes
        ],
        "amends": story.against is not None,
    }


def version_document(one: VersionEntry) -> dict[str, object]:
    return {
        "version": one.number,
        "from": one.version.in_force_from,
        "basis": one.version.basis or None,
        "imported": one.version.imported,
        "sha256": one.version.sha256,
        "changes": [
            {"where": change.where, "what": change.what, "before": change.before}
            | {"after": change.after}
            for change in one.changes
        ],
    }
