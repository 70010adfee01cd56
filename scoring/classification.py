"""The class a total earns: bands and their conditions, then class caps, then vetoes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.criteria import ClassBand, CriteriaSet, Fallthrough, Section, Veto
from scoring.numbers import decimal_comma
from scoring.periods import Period
from scoring.rules.outcome import Figures, NoFigure
from scoring.scorecards import Line, LineStatus


@dataclass(frozen=True)
class Classified:
    """The class (None: open, for people to decide), why, and what must be said beside the place."""

    name: str | None
    reason: str = ""
    note: str = ""


def classify(
    table: CriteriaSet,
    total: Decimal | None,
    lines: Sequence[Line],
    figures: Figures,
    period: Period | None,
) -> Classified:
    """Only a year classifies: a quarter's table is cumulative and provisional."""
    if period is not None and not period.is_year:
        return Classified(None)
    if total is None:
        return _unranked(table, figures, period)
    classified = _by_points(table, total, lines)
    for step in (_hold_down, _veto, _leave_open):
        classified = step(table, classified, figures, period)
    return classified


def _unranked(table: CriteriaSet, figures: Figures, period: Period | None) -> Classified:
    """No points, no class — but that no self-score came may itself be what a veto is about."""
    vetoes = tuple(veto for veto in table.vetoes if veto.rule.not_submitted)
    return _veto(replace(table, vetoes=vetoes), Classified(None), figures, period)


def _by_points(table: CriteriaSet, total: Decimal, lines: Sequence[Line]) -> Classified:
    zeros = [line.code for line in lines if _is_zero(line)]
    shown = decimal_comma(total, table.rounding.places)
    failed: ClassBand | None = None
    for band in table.classes:
        if not band.reached_by(total):
            continue
        if not (band.no_zero and zeros):
            return _reached(band, failed, shown, zeros)
        failed = failed or band
        if table.fallthrough is Fallthrough.MANUAL:
            return _left_open(band, shown, zeros)
    return _no_class(failed, shown, zeros)


def _reached(band: ClassBand, failed: ClassBand | None, shown: str, zeros: list[str]) -> Classified:
    if failed is None:
        return Classified(band.name, f"{shown} điểm → {band.name}")
    note = (
        f"Đủ điểm {failed.name} nhưng có tiêu chí 0 điểm ({', '.join(zeros)}), "
        f"xếp xuống {band.name}"
    )
    return Classified(band.name, f"{shown} điểm. {note}", note)


def _no_class(failed: ClassBand | None, shown: str, zeros: list[str]) -> Classified:
    if failed is None:
        return Classified(None, f"{shown} điểm, chưa có mức xếp loại tương ứng")
    note = (
        f"Đủ điểm {failed.name} nhưng có tiêu chí 0 điểm ({', '.join(zeros)}), "
        "chưa có mức xếp loại tương ứng"
    )
    return Classified(None, f"{shown} điểm. {note}", note)


def _left_open(band: ClassBand, shown: str, zeros: list[str]) -> Classified:
    note = (
        f"Đủ điểm {band.name} nhưng có tiêu chí 0 điểm ({', '.join(zeros)}): "
        "tập thể Ban Chỉ đạo quyết định"
    )
    return Classified(None, f"{shown} điểm. {note}", note)


def _is_zero(line: Line) -> bool:
    standard = line.section == Section.STANDARD and line.status is LineStatus.SCORED
    return standard and line.final == 0 and line.max > 0


def _hold_down(
    table: CriteriaSet, classified: Classified, figures: Figures, period: Period | None
) -> Classified:
    """Class caps bring a class down, never up; a class left open stays open."""
    for cap in table.class_caps:
        held = _lower(table, classified.name, cap.class_name)
        if held and _strikes(cap, figures, period) is True:
            note = f"{cap.text} ({cap.code}): xếp cao nhất {cap.class_name}"
            classified = _noted(classified, cap.class_name, note)
    return classified


def _veto(
    table: CriteriaSet, classified: Classified, figures: Figures, period: Period | None
) -> Classified:
    """Vetoes set the class, also one left open; never to a higher one."""
    for veto in table.vetoes:
        held = classified.name is None or _lower(table, classified.name, veto.class_name)
        if held and _strikes(veto, figures, period) is True:
            note = f"{veto.text} ({veto.code}): xếp loại {veto.class_name}"
            classified = _noted(classified, veto.class_name, note)
    return classified


def _leave_open(
    table: CriteriaSet, classified: Classified, figures: Figures, period: Period | None
) -> Classified:
    """A condition nobody has answered yet, and that could still bring the class down, leaves it
    open, where the table says so (missing: pending)."""
    for condition in (*table.class_caps, *table.vetoes):
        unknown = _strikes(condition, figures, period)
        could_lower = _lower(table, classified.name, condition.class_name)
        if isinstance(unknown, NoFigure) and condition.missing_is_pending and could_lower:
            note = f"{condition.text} ({condition.code}): {unknown.reason}, chưa xếp loại"
            return _noted(classified, None, note)
    return classified


def _lower(table: CriteriaSet, name: str | None, than: str) -> bool:
    order = [band.name for band in table.classes]
    return name is not None and order.index(name) < order.index(than)


def _strikes(veto: Veto, figures: Figures, period: Period | None) -> bool | NoFigure:
    return veto.applies_in(period) and veto.rule.strikes(figures)


def _noted(classified: Classified, name: str | None, note: str) -> Classified:
    reason = f"{classified.reason}. {note}" if classified.reason else note
    notes = f"{classified.note}; {note}" if classified.note else note
    return replace(classified, name=name, reason=reason, note=notes)
