"""What the page of the registers of disclosure, of consultations and of the dossiers asks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.views import consultation, disclosure, dossier, register_page
from dashboard.views.disclosures_of_units import all_units
from dashboard.views.heading import Heading, heading
from dashboard.views.register_page import (
    CHOOSE_A_UNIT,
    CONSULTED,
    DISCLOSED,
    REGISTERS,
    TITLE,
    RegisterPage,
    not_there,
    ways,
)
from dashboard.views.tracks import TRACKS
from dashboard.wording import period_name
from data_access.accounts import SEES_ALL, SUBMITS, Actor, Role, require_role
from data_access.database import Engine
from data_access.queries import consultations, disclosures, dossiers
from data_access.register_books import RegisterHead
from scoring.periods import Period

ALL_UNITS = "Tất cả đơn vị"
READERS = SEES_ALL | {Role.UNIT}
NO_TRACK = (
    "Chưa ghi loại hình của đơn vị: dòng nào không ghi Loại thì theo mục nội dung. Đề nghị Tổ Giúp "
    "việc ghi thuộc tính track của đơn vị (xa, co-quan hoặc doanh-nghiep)."
)


@dataclass(frozen=True)
class _Asked:
    """One register in one period, of one unit (None: of all), and who asks."""

    version: str
    engine: Engine
    actor: Actor
    register: str
    period: Period
    unit: str | None
    day: date


@dataclass(frozen=True)
class DisclosureQuestions:
    engine: Engine
    version: str
    actor: Actor

    def page(
        self,
        register: str,
        period: Period,
        unit: str | None,
        units: Mapping[str, str],
        day: date,
    ) -> RegisterPage:
        """`units`: whose registers can be asked for instead of `unit`'s."""
        require_role(self.actor, READERS)
        asked = _Asked(self.version, self.engine, self.actor, register, period, unit, day)
        every = {"": ALL_UNITS} if self.actor.role in SEES_ALL else {}
        return replace(_page(asked), units=every | dict(units))


@once
def _page(asked: _Asked) -> RegisterPage:
    if asked.unit is None:
        return _of_all(asked)
    if asked.register == DISCLOSED:
        return _disclosed(asked)
    return _consulted(asked) if asked.register == CONSULTED else _filed(asked)


def _of_all(asked: _Asked) -> RegisterPage:
    view = RegisterPage(_heading(asked, ALL_UNITS), asked.register, None, {})
    if asked.register != DISCLOSED:
        return replace(view, said=(CHOOSE_A_UNIT,))
    found = disclosures.all_disclosures(asked.engine, asked.actor, asked.period, asked.day)
    said = () if found else ("Chưa đơn vị nào nộp Sổ công khai của kỳ này.",)
    return replace(view, said=said, tables=all_units(found))


def _of_unit(asked: _Asked, head: RegisterHead) -> RegisterPage:
    track = TRACKS.get(head.track or "", "")
    absent = not_there(asked.register, head)
    said = absent if track else (*absent, NO_TRACK)
    leads = ways(asked.register, head, asked.actor.role in SUBMITS)
    view = _heading(asked, head.unit.label, track)
    return RegisterPage(view, asked.register, head.unit.code, {}, said, ways=leads)


def _disclosed(asked: _Asked) -> RegisterPage:
    of = (asked.engine, asked.actor, asked.unit or "", asked.period, asked.day)
    found = disclosures.disclosure_register(*of)
    consulted = consultation.odd_in(consultations.consultation_register(*of))
    return replace(
        _of_unit(asked, found.head),
        strip=disclosure.strip(found, consulted) if found.entries else (),
        tables=disclosure.tables(found),
        export=disclosure.export(found),
    )


def _consulted(asked: _Asked) -> RegisterPage:
    of = (asked.engine, asked.actor, asked.unit or "", asked.period, asked.day)
    found = consultations.consultation_register(*of)
    return replace(
        _of_unit(asked, found.head),
        strip=consultation.strip(found) if found.entries else (),
        tables=consultation.tables(found),
        export=consultation.export(found),
    )


def _filed(asked: _Asked) -> RegisterPage:
    of = (asked.engine, asked.actor, asked.unit or "", asked.period, asked.day)
    found = dossiers.dossier(*of)
    return replace(
        _of_unit(asked, found.head),
        strip=dossier.strip(found) if found.parts else (),
        tables=dossier.tables(found),
        export=dossier.export(found),
    )


def _heading(asked: _Asked, title: str, *said: str) -> Heading:
    scene = known.scene(asked.version, asked.engine, asked.day)
    filed = asked.register == register_page.FILED
    period = period_name(Period(asked.period.year) if filed else asked.period)
    return heading(f"{TITLE} · {REGISTERS[asked.register]}", title, scene, period, *said)
