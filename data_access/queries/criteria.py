"""The criteria tables there are: listed, read, compared, and tried on past figures."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from data_access import documents
from data_access.accounts import SEES_ALL, Actor, require_role
from data_access.criteria_files import criteria_from_text
from data_access.criteria_workbook.exporting import criteria_workbook
from data_access.criteria_workbook.importing import criteria_from_file
from data_access.database import reading
from data_access.documents import KeptCriteria
from data_access.drafts import settled
from data_access.facts import facts_of
from data_access.rankings import CriteriaHead, every_publication, head_of
from scoring.criteria import CriteriaSet
from scoring.criteria_diff import Change
from scoring.criteria_diff import difference as changes_between
from scoring.issues import Issue, has_errors
from scoring.periods import Period
from scoring.ranking import Ranking, ranked
from scoring.refusals import Refusal, Refused
from scoring.side_by_side import PlacePair, side_by_side


@dataclass(frozen=True)
class SetEntry:
    """One version of a table, with the periods that were published on it: then it stays as it
    is, but for the day it goes out of force."""

    table: CriteriaSet
    published: tuple[Period, ...]

    @property
    def name(self) -> str:
        return f"{self.table.code}/{self.table.version}"


@dataclass(frozen=True)
class ReadTable:
    """A file that somebody uploads: text and table are None where there are errors."""

    text: str | None
    table: CriteriaSet | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class Trial:
    """A table tried on a past period: what it would have made of the same figures. `old` is None
    where no table ranked these units then."""

    period: Period
    old: CriteriaHead | None
    new: CriteriaHead
    places: tuple[PlacePair, ...]

    @property
    def moved(self) -> tuple[PlacePair, ...]:
        return tuple(place for place in self.places if place.moved)


def sets(engine: Engine) -> tuple[SetEntry, ...]:
    """The newest text of every version, by code, each table's versions as they were brought in."""
    with reading(engine) as connection:
        kept = documents.criteria_versions(connection)
        used: dict[tuple[str, str], set[Period]] = {}
        for found in every_publication(connection):
            table_used = documents.criteria_by_id(connection, found.criteria_set).table
            used.setdefault(_version(table_used), set()).add(found.period)
    ordered = sorted(kept, key=lambda one: one.table.code)
    return tuple(
        SetEntry(one.table, tuple(sorted(used.get(_version(one.table), ()), key=str)))
        for one in ordered
    )


def in_force(engine: Engine, period: Period, kind: str | None = None) -> tuple[CriteriaHead, ...]:
    """The tables of a period, the main one first; with `kind` those that rank such units."""
    with reading(engine) as connection:
        kept = documents.criteria_in_force(connection, period)
    return tuple(head_of(one.table) for one in kept if kind is None or one.table.ranks(kind))


def table(engine: Engine, name: str) -> CriteriaSet:
    """`name`: CODE/VERSION, or CODE for the version brought in last."""
    return _kept(engine, name).table


def text(engine: Engine, name: str) -> str:
    """The data file as it was brought in, word for word."""
    return _kept(engine, name).text


def workbook(engine: Engine, name: str) -> bytes:
    return criteria_workbook(_kept(engine, name).text)


def read_file(name: str, content: bytes) -> ReadTable:
    """A YAML file or a workbook; issues name the line or the cell."""
    found, issues = criteria_from_file(name, content)
    if found is None or has_errors(issues):
        return ReadTable(None, None, issues)
    return ReadTable(found, criteria_from_text(found)[0], issues)


def difference(engine: Engine, old: str, new: str) -> tuple[Change, ...]:
    """Between two versions by name, in words."""
    return changes_between(table(engine, old), table(engine, new))


def try_out(engine: Engine, actor: Actor, text: str, period: Period) -> Trial:
    """Old and new ranks of a past period side by side. `text` is a table without errors."""
    require_role(actor, SEES_ALL)
    new, _ = criteria_from_text(text)
    if new is None:
        raise ValueError("not a table of criteria")
    with reading(engine) as connection:
        old = _in_its_place(connection, new, period)
        before = None if old is None else settled(connection, period, old.code)
        after = ranked(new, facts_of(connection, new, period), period).ranking
    empty = Ranking((), ())
    places = side_by_side(empty if before is None else before.ranking, after)
    return Trial(period, None if old is None else head_of(old), head_of(new), places)


def _version(table: CriteriaSet) -> tuple[str, str]:
    return table.code, table.version


def _kept(engine: Engine, name: str) -> KeptCriteria:
    code, _, version = name.partition("/")
    with reading(engine) as connection:
        kept = documents.criteria_versions(connection)
    found = [one for one in kept if one.table.code == code and version in ("", one.table.version)]
    if not found:
        raise Refused(Refusal.UNKNOWN_CRITERIA_VERSION, criteria=name)
    return found[-1]


def _in_its_place(connection: Connection, new: CriteriaSet, period: Period) -> CriteriaSet | None:
    """The table that ranked these units then: its own older version, else one on the same form,
    else any."""
    tables = [one.table for one in documents.criteria_in_force(connection, period)]
    shared = [one for one in tables if _shares_kinds(one, new)]
    same_form = [one for one in shared if one.form == new.form]
    own = [one for one in shared if one.code == new.code]
    return next(iter((*own, *same_form, *shared)), None)


def _shares_kinds(one: CriteriaSet, other: CriteriaSet) -> bool:
    kinds = set(one.unit_kinds) & set(other.unit_kinds)
    return bool(kinds) or not one.unit_kinds or not other.unit_kinds
