"""The class a total earns: bands and their conditions, then class caps, then vetoes.

Quotas come after all of this, and look at several units: scoring/quotas.py.
"""

from dataclasses import dataclass, replace

from scoring.criteria import CriteriaSet
from scoring.criteria_classes import ClassBand, Veto
from scoring.criteria_terms import Fallthrough, GivenFor, TableKind
from scoring.facts import DecidedClass
from scoring.numbers import decimal_comma
from scoring.periods import Period
from scoring.requirements import Earned, failed_requirement
from scoring.rules.outcome import Figures, NoFigure, Words
from scoring.scorecards import Result

PASSED = ClassBand("Đạt", None, given_for=GivenFor.PASSED)
NOT_PASSED = ClassBand("Chưa đạt", None, given_for=GivenFor.FAILED)
# The classes a unit may have: where what a class asks of a đạt unit fails, it goes on to the lower.
_FOR = {
    Result.PASSED: (GivenFor.PASSED, GivenFor.FAILED),
    Result.FAILED: (GivenFor.FAILED,),
    Result.PENDING: (GivenFor.PENDING,),
}
_GOT = {Result.PASSED: "Đạt", Result.FAILED: "Không đạt", Result.PENDING: "Chờ"}


@dataclass(frozen=True)
class Classified:
    """The class, why (worked out when read), and what must be said beside the place.

    No name: left open for people to decide; `unclassified`: không xếp loại, by a veto.
    """

    name: str | None
    say: Words = str
    note: str = ""
    unclassified: bool = False

    @property
    def reason(self) -> str:
        return self.say()


NO_CLASS = Classified(None)


def classify(
    table: CriteriaSet,
    earned: Earned,
    figures: Figures,
    period: Period | None,
    decided: DecidedClass | None = None,
) -> Classified:
    """Only a year classifies: a quarter's table is cumulative and provisional. What people
    decided counts only where the table left the class open."""
    if not table.classes and table.kind is not TableKind.PASS_FAIL:
        return NO_CLASS
    if period is not None and not period.is_year:
        return NO_CLASS
    if not _answered(table, earned, figures):
        return _unranked(table, earned, figures, period)
    classified = close(_by_points(table, earned, figures), decided)
    for step in (_hold_down, _veto, _leave_open):
        classified = step(table, classified, figures, period)
    return close(classified, decided)


def bands_of(table: CriteriaSet) -> tuple[ClassBand, ...]:
    """The classes, best first; a table without points has two of its own."""
    if table.kind is TableKind.PASS_FAIL and not table.classes:
        return PASSED, NOT_PASSED
    return table.classes


def close(classified: Classified, decided: DecidedClass | None) -> Classified:
    """People close what was left open, and only that."""
    if decided is None or classified.name is not None or classified.unclassified:
        return classified
    by = f" theo {decided.decision}" if decided.decision else ""
    why = f": {decided.reason}" if decided.reason else ""
    return noted(classified, decided.name, f"Tập thể Ban Chỉ đạo xếp {decided.name}{by}{why}")


def noted(classified: Classified, name: str | None, note: str) -> Classified:
    """The same with another class, for a reason that is said beside the place too."""
    before = classified.say
    notes = f"{classified.note}; {note}" if classified.note else note
    return replace(classified, name=name, say=lambda: _joined(before(), note), note=notes)


def _joined(reason: str, note: str) -> str:
    return f"{reason}. {note}" if reason else note


def _answered(table: CriteriaSet, earned: Earned, figures: Figures) -> bool:
    if table.kind is not TableKind.PASS_FAIL:
        return earned.total is not None
    return figures.submitted and earned.result in (Result.PASSED, Result.FAILED)


def _unranked(
    table: CriteriaSet, earned: Earned, figures: Figures, period: Period | None
) -> Classified:
    """No points, no class, unless the table has one for a unit that waits — but that no self-score
    came may itself be what a veto is about, and some strike always."""
    vetoes = tuple(veto for veto in table.vetoes if veto.rule.not_submitted or veto.always)
    waits = any(band.given_for is GivenFor.PENDING for band in table.classes)
    by_points = waits and figures.submitted and earned.result is Result.PENDING
    classified = _by_points(table, earned, figures) if by_points else NO_CLASS
    return _veto(replace(table, vetoes=vetoes), classified, figures, period)


def _by_points(table: CriteriaSet, earned: Earned, figures: Figures) -> Classified:
    """The first class the points reach and whose conditions hold; `note` says what failed."""
    said, note = _what_it_got(table, earned), ""
    for band in bands_of(table):
        if not _reaches(band, earned):
            continue
        failed = failed_requirement(band, earned, figures)
        if failed is None:
            return _reached(band, said, note)
        if isinstance(failed, NoFigure):
            return _open(said, f"{_enough(band, earned)} nhưng chưa xét được: {failed.reason}")
        note = note or f"{_enough(band, earned)} nhưng {failed}"
        if table.fallthrough is Fallthrough.MANUAL:
            return _open(said, f"{note}: tập thể Ban Chỉ đạo quyết định")
    return _no_class(said, note)


def _what_it_got(table: CriteriaSet, earned: Earned) -> Words:
    if earned.total is None:
        return lambda: _GOT[earned.result]
    total, places = earned.total, table.rounding.of_total
    return lambda: f"{decimal_comma(total, places)} điểm"


def _enough(band: ClassBand, earned: Earned) -> str:
    return _GOT[earned.result] if earned.total is None else f"Đủ điểm {band.name}"


def _reaches(band: ClassBand, earned: Earned) -> bool:
    if earned.total is None:
        return band.given_for in _FOR[earned.result]
    return band.reached_by(earned.total)


def _reached(band: ClassBand, said: Words, note: str) -> Classified:
    if not note:
        return Classified(band.name, lambda: f"{said()} → {band.name}")
    note = f"{note}, xếp xuống {band.name}"
    return Classified(band.name, lambda: f"{said()}. {note}", note)


def _no_class(said: Words, note: str) -> Classified:
    missing = "chưa có mức xếp loại tương ứng"
    if not note:
        return Classified(None, lambda: f"{said()}, {missing}")
    note = f"{note}, {missing}"
    return Classified(None, lambda: f"{said()}. {note}", note)


def _open(said: Words, note: str) -> Classified:
    return Classified(None, lambda: f"{said()}. {note}", note)


def _hold_down(
    table: CriteriaSet, classified: Classified, figures: Figures, period: Period | None
) -> Classified:
    """Class caps bring a class down, never up; a class left open stays open."""
    for cap in table.class_caps:
        held = _lower(table, classified, cap.class_name)
        if held and _strikes(cap, figures, period) is True:
            note = f"{cap.text} ({cap.code}): xếp cao nhất {cap.class_name}"
            classified = noted(classified, cap.class_name, note)
    return classified


def _veto(
    table: CriteriaSet, classified: Classified, figures: Figures, period: Period | None
) -> Classified:
    """Vetoes set the class, also one left open; never to a higher one."""
    for veto in table.vetoes:
        if _may_set(table, classified, veto) and _strikes(veto, figures, period) is True:
            result = f"xếp loại {veto.class_name}" if veto.class_name else "không xếp loại"
            struck = noted(classified, veto.class_name, f"{veto.text} ({veto.code}): {result}")
            classified = replace(struck, unclassified=veto.class_name is None)
    return classified


def _may_set(table: CriteriaSet, classified: Classified, veto: Veto) -> bool:
    left_open = classified.name is None and not classified.unclassified
    return left_open or _lower(table, classified, veto.class_name)


def _leave_open(
    table: CriteriaSet, classified: Classified, figures: Figures, period: Period | None
) -> Classified:
    """A condition nobody has answered yet, and that could still bring the class down, leaves it
    open, where the table says so (missing: pending)."""
    for condition in (*table.class_caps, *table.vetoes):
        if not (condition.missing_is_pending and _lower(table, classified, condition.class_name)):
            continue
        unknown = _strikes(condition, figures, period)
        if isinstance(unknown, NoFigure):
            note = f"{condition.text} ({condition.code}): {unknown.reason}, chưa xếp loại"
            return noted(classified, None, note)
    return classified


def _lower(table: CriteriaSet, classified: Classified, than: str | None) -> bool:
    """Whether the class `than` is below the one given; None, không xếp loại, is below all."""
    if classified.name is None:
        return False
    order = [band.name for band in bands_of(table)]
    return than is None or order.index(classified.name) < order.index(than)


def _strikes(veto: Veto, figures: Figures, period: Period | None) -> bool | NoFigure:
    return veto.applies_in(period) and veto.rule.strikes(figures)
