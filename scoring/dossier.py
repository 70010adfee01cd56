"""The papers a dossier must hold, and what is missing of them on a day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scoring.findings import Finding, Remark, finding
from scoring.register_lines import DossierPaper, Kept

# Of the papers of the half-year and of the year: the last month they are about.
_ABOUT_UNTIL = {"13.5a": (6, 30), "13.5b": (12, 31)}

# The first comes before the second: a posting begins before it ends, a meeting has a plan.
_ORDER = (
    ("9.3", "9.4"),
    ("13.1", "13.2"),
    ("13.2", "13.4a"),
    ("13.5a", "13.5b"),
    ("17.1", "17.2"),
)


@dataclass(frozen=True)
class AssessedPaper:
    paper: DossierPaper
    findings: tuple[Finding, ...]

    @property
    def is_missing(self) -> bool:
        return any(found.remark is Remark.PAPER_MISSING for found in self.findings)


def assess_dossier(
    papers: Sequence[DossierPaper], year: int, day: date
) -> tuple[AssessedPaper, ...]:
    """The papers of one year as they stand on `day`."""
    by_code = {one.code: one for one in papers}
    return tuple(
        AssessedPaper(one, (*_about(one, year, day), *_out_of_order(one, by_code)))
        for one in papers
    )


def _about(one: DossierPaper, year: int, day: date) -> Iterator[Finding]:
    if one.kept in (None, Kept.ABSENT):
        until = _about_until(one.code, year)
        if until is not None and day <= until:
            yield finding(Remark.PAPER_NOT_DUE, until=until)
        else:
            yield finding(Remark.PAPER_MISSING)
    if one.kept is Kept.PRESENT and one.paper.dated is None:
        yield finding(Remark.PAPER_UNDATED)


def _about_until(code: str, year: int) -> date | None:
    named = _ABOUT_UNTIL.get(code)
    return date(year, *named) if named else None


def _out_of_order(one: DossierPaper, by_code: Mapping[str, DossierPaper]) -> Iterator[Finding]:
    for before, after in _ORDER:
        first = by_code.get(before)
        if one.code != after or first is None:
            continue
        earlier, own = first.paper.dated, one.paper.dated
        if earlier and own and own < earlier:
            yield finding(Remark.PAPERS_OUT_OF_ORDER, dated=own, code=before, other=earlier)
