"""What the page of units, offices and areas asks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.questions.catalogue import scene, subordinates, tree
from dashboard.questions.once import once
from dashboard.views import people as views
from dashboard.views.areas import NO_AREAS, also_followed, areas_table
from dashboard.views.heading import heading
from dashboard.views.long_lists import PAGE_NUMBER, Paging, paging
from dashboard.views.offices import NO_OFFICES, history_table, holder_words, offices_table
from dashboard.views.table import Link, Table
from dashboard.views.units import MOST, UnitDetail, unit_detail, units_table
from dashboard.wording import capital, vietnamese_order
from data_access.accounts import KEEPS_HOUSE, Actor, Role
from data_access.database import Engine
from data_access.queries import areas, catalogue, offices, units
from data_access.queries.area_sheet import READERS
from data_access.unit_kinds import UNIT_KINDS
from scoring.units import Unit


@dataclass(frozen=True)
class Asked:
    """Which list, which unit or office of it (None: none), as of which day, which page of it."""

    version: str
    engine: Engine
    actor: Actor
    book: str
    unit: str | None
    office: str | None
    day: date
    page: int


@dataclass(frozen=True)
class PeopleQuestions:
    engine: Engine
    version: str
    actor: Actor

    def view(
        self, book: str, unit: str | None, office: str | None, day: date, page: int = 1
    ) -> views.People:
        """For everybody: who holds which office is no secret of a committee."""
        asked = (self.version, self.engine, self.actor, book, unit, office, day, page)
        return _view(Asked(*asked))

    def also_followed(self, office: str, units: Collection[str], day: date) -> str:
        """Who else follows some of the units on the day."""
        return also_followed(areas.areas(self.engine, self.actor, day), office, units)


@once
def _view(asked: Asked) -> views.People:
    names = _names(asked.version, asked.engine)
    title, said, table, pages = _BOOKS[asked.book](asked, names)
    detail = _detail(asked, names)
    named = detail.title if detail else title
    return views.People(
        heading(views.TITLE, named, scene(asked.version, asked.engine, asked.day)),
        asked.book,
        said if table is None else "",
        table,
        pages,
        detail,
        _history(asked),
        _known(asked) if asked.actor.role in KEEPS_HOUSE else None,
    )


_Shown = tuple[str, str, Table | None, Paging]


def _units(asked: Asked, names: Mapping[str, str]) -> _Shown:
    known = _of_tree(asked)
    existing = sum(one.exists_on(asked.day) for one in known)
    others = len(known) - existing
    title = f"{existing} đơn vị" + (f", {others} không hoạt động trong ngày này" if others else "")
    pages = paging(len(known), MOST, asked.page, _link)
    return title, "", units_table(known, names, views.PAGE, pages, asked.day), pages


def _offices(asked: Asked, names: Mapping[str, str]) -> _Shown:
    found = offices.holders(asked.engine, asked.actor, asked.day)
    vacant = sum(not one.name for one in found)
    title = f"{len(found)} chức danh" + (f", {vacant} chưa có người giữ" if vacant else "")
    table = offices_table(found, names, views.PAGE, asked.actor.user)
    return title, NO_OFFICES, table, Paging()


def _areas(asked: Asked, names: Mapping[str, str]) -> _Shown:
    found = areas.areas(asked.engine, asked.actor, asked.day)
    followed = {one.unit.code for area in found.areas for one in area.units}
    left = f", {len(found.unfollowed)} chưa phân công" if found.unfollowed else ""
    title = f"{len(followed)} đơn vị có người theo dõi{left}"
    may_open = _may_open(asked)
    table = areas_table(found, views.PAGE, asked.actor.user, may_open)
    return title, NO_AREAS, table, Paging()


_BOOKS = {views.UNITS: _units, views.OFFICES: _offices, views.AREAS: _areas}


def _detail(asked: Asked, names: Mapping[str, str]) -> UnitDetail | None:
    if asked.unit is None or asked.book != views.UNITS:
        return None
    history = units.history(asked.engine, asked.actor, asked.unit)
    found = areas.areas(asked.engine, asked.actor, asked.day).areas
    followers = [
        holder_words(area.holder)
        for area in found
        if asked.unit in {one.unit.code for one in area.units}
    ]
    may_open = asked.unit in _may_open(asked)
    return unit_detail(history, names, followers, asked.day, may_open=may_open)


def _may_open(asked: Asked) -> frozenset[str]:
    """Codes of the units whose sheet the reader may have."""
    actor = asked.actor
    if actor.role is Role.UNIT:
        own = actor.unit or ""
        return subordinates(asked.version, asked.engine, own) | {own}
    return frozenset(one.code for one in _of_tree(asked)) if actor.role in READERS else frozenset()


def _history(asked: Asked) -> Table | None:
    if asked.office is None or asked.book != views.OFFICES:
        return None
    return history_table(offices.history(asked.engine, asked.actor, asked.office))


def _known(asked: Asked) -> views.Known:
    every = _of_tree(asked)
    held = offices.holders(asked.engine, asked.actor, asked.day)
    accounts = {one.user: f"{one.name} ({one.user})" for one in catalogue.accounts(asked.engine)}
    kinds = {one.kind: one.kind for one in every} | UNIT_KINDS
    return views.Known(
        {one.code: one.label for one in every if one.exists_on(asked.day)},
        {one.code: one.label for one in every},
        {kind: capital(said) for kind, said in kinds.items()},
        {"": "(không)", **{one: one for one in catalogue.groups(asked.engine)}},
        {one.office.code: holder_words(one) for one in held},
        {"": "(không có tài khoản)", **accounts},
        frozenset(one.ending.unit for one in units.changes(asked.engine, asked.actor)),
        {one.office.code: accounts[one.user] for one in held if one.user in accounts},
    )


def _of_tree(asked: Asked) -> list[Unit]:
    """The topmost first, then by name."""
    seen = tree(asked.version, asked.engine, asked.actor)
    found = (one for one in catalogue.units(asked.engine) if seen is None or one.code in seen)
    return sorted(found, key=lambda one: (one.parent is not None, vietnamese_order(one.label)))


@once
def _names(version: str, engine: Engine) -> Mapping[str, str]:
    return {one.code: one.label for one in catalogue.units(engine)}


def _link(page: int) -> Link:
    return Link(views.PAGE, (("xem", views.UNITS), ("unit", None), (PAGE_NUMBER, str(page))))
