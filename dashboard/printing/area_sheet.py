"""Phiếu địa bàn asked for and printed: one A4 about a unit, for the terminal and the browser."""

from dataclasses import dataclass
from datetime import date

from dashboard.printing.issuer import Issuer, issuer_of
from dashboard.printing.pdf import typeset
from dashboard.printing.profiles import PROFILES, Profile
from dashboard.views.area_sheet import AreaSheetView, area_sheet
from dashboard.views.ranking_notes import ILLUSTRATIVE
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.queries import catalogue
from data_access.queries.area_sheet import sheet

_TEMPLATE = "area_sheet.typ"


@dataclass(frozen=True)
class SheetPaper:
    """The sheet on official paper, without number and signature: it stays in the house."""

    profile: Profile
    sheet: AreaSheetView
    superior: str
    issuer: str
    illustrative: str


def printed_area_sheet(engine: Engine, actor: Actor, unit: str, day: date, profile: str) -> bytes:
    """What the actor may know; the same bytes for the same knowledge. The committee above the unit
    issues it."""
    known = sheet(engine, actor, unit, day)
    shown = catalogue.demonstration(engine) is not None
    issuer = issuer_of(known.parent or known.unit)
    return typeset(_TEMPLATE, paper(area_sheet(known), PROFILES[profile], issuer, shown))


def paper(view: AreaSheetView, profile: Profile, issuer: Issuer, illustrative: bool) -> SheetPaper:
    words = ILLUSTRATIVE if illustrative else ""
    return SheetPaper(profile, view, issuer.superior(profile.superior), issuer.name, words)
