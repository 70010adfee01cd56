"""The dossier of a unit for a year: which papers of its lists are there, which are missing.

The secretariat and leaders see all of them, a unit its own and those beneath it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from data_access import documents
from data_access.accounts import Actor
from data_access.database import reading
from data_access.register_books import RegisterHead, books_of, head_of, visible_unit
from scoring.dossier import AssessedPaper, assess_dossier
from scoring.form_definitions import FormDefinition
from scoring.forms import Row
from scoring.periods import Period
from scoring.register_reading import DOSSIERS, dossier_papers


@dataclass(frozen=True)
class DossierPart:
    """One list of the regulation with its papers, each with what it is called there."""

    title: str
    papers: tuple[tuple[str, AssessedPaper], ...]


@dataclass(frozen=True)
class Dossier:
    """`parts` are empty where none was handed in."""

    head: RegisterHead
    parts: tuple[DossierPart, ...] = ()

    @property
    def papers(self) -> tuple[AssessedPaper, ...]:
        return tuple(paper for part in self.parts for _, paper in part.papers)


def dossier(engine: Engine, actor: Actor, unit: str, period: Period, day: date) -> Dossier:
    """Of the period's year, as known at the end of `day`."""
    year = Period(period.year)
    with reading(engine) as connection:
        of = visible_unit(connection, actor, unit)
        books = books_of(connection, DOSSIERS, (year,), day, {unit})
        head = head_of(connection, DOSSIERS, of, year, (year,), books, day)
        if not books:
            return Dossier(head)
        rows = _rows(documents.form_definition_for(connection, DOSSIERS, year))
    codes = tuple(row.code for row in rows if row.fields)
    papers = assess_dossier(dossier_papers(books[0].answers, codes), year.year, day)
    return Dossier(head, _parts(rows, papers))


def _rows(form: FormDefinition) -> tuple[Row, ...]:
    return tuple(row for one in form.sheets for row in one.sheet.rows)


def _parts(rows: tuple[Row, ...], papers: tuple[AssessedPaper, ...]) -> tuple[DossierPart, ...]:
    by_code = {one.paper.code: one for one in papers}
    found: list[tuple[str, list[tuple[str, AssessedPaper]]]] = []
    for row in rows:
        if not row.fields:
            found.append((row.text("text"), []))
        elif found:
            found[-1][1].append((row.text("text"), by_code[row.code]))
    return tuple(DossierPart(title, tuple(own)) for title, own in found)
