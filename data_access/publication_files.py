"""A publication as one file: facts, criteria, results and their fingerprints. Knows the file, not
whether what stands in it is right.

Each part has a fingerprint of its own, and the smaller parts of it too, so that a change is found
where it was made; `whole` is that of all of it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version

from data_access import canonical, documents
from data_access.rankings import Publication, RankingDocument
from scoring.facts import UnitFacts
from scoring.issues import Code, Issue, Where, issue

FORMAT = "qcdc-publication-1"
_KEYS = {"format", "software", "publication", "criteria", "facts", "document", "hashes"}

Plain = Mapping[str, object]


@dataclass(frozen=True)
class PublicationFile:
    """The parts as they stand in the file, plain JSON values; `raw` is all of it."""

    publication: Plain
    criteria: str
    facts: list[Plain]
    document: Plain
    hashes: Plain
    raw: Plain


def export_text(
    published: Publication,
    criteria: str,
    facts: tuple[UnitFacts, ...],
    document: RankingDocument,
) -> str:
    parts = {
        "format": FORMAT,
        "software": version("qcdc"),
        "publication": _head(published),
        "criteria": criteria,
        "facts": canonical.plain(facts),
        "document": canonical.plain(document),
    }
    whole = parts | {"hashes": fingerprints(parts)}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def fingerprints(parts: Plain) -> dict[str, str]:
    """SHA-256 of each part as canonical JSON (of the criteria: of the text), by its name; then of
    each key of the head, each line of the criteria, each unit's facts, to find a change by."""
    rest = {key: one for key, one in parts.items() if key != "hashes"}
    head, lines = parts["publication"], parts["criteria"].splitlines()
    return {
        "whole": _fingerprint(rest),
        "publication": _fingerprint(head),
        "criteria": documents.fingerprint(parts["criteria"]),
        "facts": _fingerprint(parts["facts"]),
        "document": _fingerprint(parts["document"]),
        **{f"publication {key}": _fingerprint(one) for key, one in head.items()},
        **{f"criteria {n}": documents.fingerprint(one) for n, one in enumerate(lines, start=1)},
        **{f"facts {one['unit']}": _fingerprint(one) for one in parts["facts"]},
    }


def read_publication(text: str) -> tuple[PublicationFile | None, tuple[Issue, ...]]:
    """The file's parts; an issue names the part that is not there or not what it should be."""
    try:
        raw = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_once,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
    except (ValueError, RecursionError) as wrong:
        return None, (unreadable(str(wrong)[:80]),)
    wrong = _wrong_part(raw)
    if wrong is not None:
        return None, (unreadable(wrong),)
    parts = (raw[key] for key in ("publication", "criteria", "facts", "document", "hashes"))
    return PublicationFile(*parts, raw), ()


def unreadable(part: str) -> Issue:
    return issue(Where(path=part), Code.PUBLICATION_UNREADABLE, value=part)


def _head(published: Publication) -> Plain:
    return {
        "id": published.id,
        "number": published.number,
        "period": str(published.period),
        "group": published.group,
        "criteria": published.criteria,
        "at": published.at.isoformat(),
        "by": published.by,
        "decision": published.decision,
        "decided_on": published.decided_on and published.decided_on.isoformat(),
        "kind": published.kind.value,
        "reason": published.reason,
        "replaces": published.replaces,
    }


def _fingerprint(part: object) -> str:
    return documents.fingerprint(canonical.json_text(part))


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Of a key written twice people would read one and programs the other."""
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key}: twice")
        found[key] = value
    return found


def _no_number(written: str) -> object:
    raise ValueError(f"{written}: not exact")


def _wrong_part(raw: object) -> str | None:
    """The first part that is missing, strange or of another type."""
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        return "format"
    if raw.keys() != _KEYS:
        return sorted(raw.keys() ^ _KEYS)[0]
    types = {"publication": dict, "criteria": str, "facts": list, "document": dict, "hashes": dict}
    for key, wanted in types.items():
        if not isinstance(raw[key], wanted):
            return key
    units = [one.get("unit") if isinstance(one, dict) else None for one in raw["facts"]]
    named = all(isinstance(unit, str) for unit in units) and len(set(units)) == len(units)
    return None if named else "facts"
