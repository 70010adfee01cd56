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
    by_points = Classified(None) if total is None else _by_points(table, total, lines)
    capped = _hold_down(table, by_points, figures, period)
    return _veto(table, capped, figures, period)


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
    return Classified(None, f"{shown} điểm, chưa có mức xếp loại tương ứng")


def _reached(band: ClassBand, failed: ClassBand | None, shown: str, zeros: list[str]) -> Classified:
    if failed is None:
        return Classified(band.name, f"{shown} điểm → {band.name}")
    note = (
        f"Đủ điểm {failed.name} nhưng có tiêu chí 0 điểm ({', '.join(zeros)}), "
        f"xếp xuống {band.name}"
    )
    return Classified(band.name, f"{shown} điểm. {note}", note)


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
    order = [band.name for band in table.classes]
    for cap in table.class_caps:
        struck = _strikes(cap, figures, period)
        if isinstance(struck, NoFigure):
            return _open(classified, cap, struck)
        higher = classified.name is not None and order.index(classified.name) < order.index(
            cap.class_name
        )
        if struck and higher:
            note = f"{cap.text} ({cap.code}): xếp cao nhất {cap.class_name}"
            classified = _noted(classified, cap.class_name, note)
    return classified


def _veto(
    table: CriteriaSet, classified: Classified, figures: Figures, period: Period | None
) -> Classified:
    order = [band.name for band in table.classes]
    for veto in sorted(table.vetoes, key=lambda veto: order.index(veto.class_name)):
        struck = _strikes(veto, figures, period)
        if isinstance(struck, NoFigure):
            return _open(classified, veto, struck)
        if struck:
            note = f"{veto.text} ({veto.code}): xếp loại {veto.class_name}"
            classified = _noted(classified, veto.class_name, note)
    return classified


def _strikes(veto: Veto, figures: Figures, period: Period | None) -> bool | NoFigure:
    if not veto.applies_in(period):
        return False
    struck = veto.rule.strikes(figures)
    unknown = isinstance(struck, NoFigure)
    return False if unknown and not veto.missing_is_pending else struck


def _noted(classified: Classified, name: str | None, note: str) -> Classified:
    reason = f"{classified.reason}. {note}" if classified.reason else note
    notes = f"{classified.note}; {note}" if classified.note else note
    return replace(classified, name=name, reason=reason, note=notes)


def _open(classified: Classified, veto: Veto, why: NoFigure) -> Classified:
    return _noted(classified, None, f"{veto.text} ({veto.code}): {why.reason}, chưa xếp loại")
