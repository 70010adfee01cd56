"""Publications, corrections and what came of reckoning them again, as JSON documents."""

from data_access.comparing_documents import Difference
from data_access.queries.publications import Correction
from data_access.rankings import Publication
from data_access.verification import Verification
from scoring.side_by_side import GivenPlace, PlacePair


def publication_document(one: Publication) -> dict[str, object]:
    return {
        "id": one.id,
        "number": one.number,
        "period": one.period,
        "group": one.group,
        "criteria": one.criteria,
        "at": one.at,
        "by": one.by,
        "decision": one.decision or None,
        "decided_on": one.decided_on,
        "kind": one.kind.value or None,
        "reason": one.reason or None,
        "replaces": one.replaces,
        "sha256": one.sha256,
    }


def correction_document(found: Correction) -> dict[str, object]:
    return {
        "before": publication_document(found.before),
        "after": found.after and publication_document(found.after),
        "places": [pair_document(one) for one in found.moved],
    }


def pair_document(one: PlacePair) -> dict[str, object]:
    return {
        "unit": one.unit,
        "name": one.name,
        "group": one.group,
        "before": _given(one.before),
        "after": _given(one.after),
    }


def verification_document(found: Verification) -> dict[str, object]:
    first = next(iter(found.differences), None)
    return {
        "equal": found.equal,
        "number": found.number,
        "period": found.period,
        "group": found.group,
        "criteria": found.criteria,
        "units": found.units,
        "sha256": found.sha256,
        "unfit": list(found.unfit),
        "difference": first and _difference(first),
        "differences": len(found.differences),
    }


def _given(one: GivenPlace | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {"rank": one.rank, "total": one.total, "class": one.class_name, "note": one.note or None}


def _difference(one: Difference) -> dict[str, object]:
    return {
        "unit": one.unit,
        "criterion": one.criterion,
        "what": one.what,
        "stored": one.stored,
        "recomputed": one.again,
    }
