"""Reckoning a publication again from its file alone, and naming what differs. Needs no database."""

from collections.abc import Iterator
from dataclasses import dataclass

from data_access import canonical
from data_access.comparing_documents import Difference, differences
from data_access.criteria_files import criteria_from_text
from data_access.drafts import work_out
from data_access.publication_files import (
    PublicationFile,
    fingerprints,
    read_publication,
    unreadable,
)
from data_access.rankings import RankingDocument
from scoring.facts import UnitFacts
from scoring.issues import Issue
from scoring.periods import Period, parse_period

_HEAD = ("period", "group")


@dataclass(frozen=True)
class Verification:
    """What came of reckoning again. `unfit`: the parts whose fingerprint is not that of their
    content; `sha256` is that of the document as it stands in the file, the one that the list of
    publications names; `differences` in the order of the cards, then of the places."""

    number: int
    period: str
    group: str | None
    criteria: str
    units: int
    sha256: str
    unfit: tuple[str, ...]
    differences: tuple[Difference, ...]

    @property
    def equal(self) -> bool:
        return not self.unfit and not self.differences


def verify(text: str) -> tuple[Verification | None, tuple[Issue, ...]]:
    """Raises nothing for whatever a stranger's file holds: what cannot be read is an issue."""
    file, issues = read_publication(text)
    if file is None:
        return None, issues
    table, issues = criteria_from_text(file.criteria)
    if table is None:
        return None, (unreadable("criteria"), *issues)
    try:
        facts = canonical.from_plain(tuple[UnitFacts, ...], file.facts)
        stored = canonical.from_plain(RankingDocument, file.document)
        period, number = _period(file), int(file.publication["number"])
    except (TypeError, ValueError, KeyError) as wrong:
        return None, (unreadable(str(wrong)[:80]),)
    again = work_out(table, facts, period, stored.group)
    found = (
        *_strange(file, facts, stored),
        *differences(_headed(file), {"period": stored.period, "group": stored.group}),
        *differences(canonical.plain(stored), canonical.plain(again)),
    )
    right = fingerprints(file.raw)
    return Verification(
        number,
        str(period),
        stored.group,
        f"{table.code}/{table.version}",
        len(facts),
        right["document"],
        _unfit(right, file),
        found,
    ), ()


def _period(file: PublicationFile) -> Period:
    return parse_period(str(file.document["period"]))


def _headed(file: PublicationFile) -> dict[str, object]:
    return {key: file.publication.get(key) for key in _HEAD}


def _unfit(right: dict[str, str], file: PublicationFile) -> tuple[str, ...]:
    parts = (*right, *(key for key in file.hashes if key not in right))
    return tuple(part for part in parts if file.hashes.get(part) != right.get(part))


def _strange(
    file: PublicationFile, facts: tuple[UnitFacts, ...], stored: RankingDocument
) -> Iterator[Difference]:
    """What stands in the file and is not understood would otherwise be passed over."""
    for raw, known in ((file.facts, facts), (file.document, stored)):
        yield from differences(raw, canonical.plain(known), missing_is_default=True)
