"""Units, groups and periods side by side; the criteria that went best and worst."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.criteria_terms import Section
from scoring.ranking import Place, Ranking
from scoring.scorecards import Line, LineStatus, Scorecard


@dataclass(frozen=True)
class CriterionShare:
    """How one standard criterion went: the mean of points in percent of the maximum over the
    units it was scored for, how many of them had all and how many nothing."""

    code: str
    text: str
    percent: Fraction
    units: int
    full: int
    zero: int


@dataclass(frozen=True)
class GroupFigures:
    """One peer group: how many have a total, and the mean, highest and lowest of it (None: nobody
    has one)."""

    group: str | None
    ranked: int
    unranked: int
    mean: Fraction | None
    highest: Decimal | None
    lowest: Decimal | None


@dataclass(frozen=True)
class ComparedLine:
    """One criterion with the final points of each unit compared, in the order they were asked."""

    code: str
    text: str
    section: str
    max: Decimal | None
    finals: tuple[Decimal | None, ...]

    @property
    def spread(self) -> Decimal | None:
        """Between the most and the least; None where fewer than two have points."""
        given = [final for final in self.finals if final is not None]
        return max(given) - min(given) if len(given) > 1 else None


@dataclass(frozen=True)
class UnitOverPeriods:
    """One unit's places, in the order of the periods; None where it had none."""

    unit: str
    name: str
    group: str | None
    places: tuple[Place | None, ...]


def criteria_shares(cards: Sequence[Scorecard]) -> tuple[CriterionShare, ...]:
    """Best first; of equal ones in printed order. What nobody was scored on is left out."""
    by_code: dict[str, list[Line]] = {}
    for card in cards:
        for line in card.lines:
            if _has_share(line):
                by_code.setdefault(line.code, []).append(line)
    shares = [_criterion_share(lines) for lines in by_code.values()]
    return tuple(sorted(shares, key=lambda share: share.percent, reverse=True))


def group_figures(cards: Sequence[Scorecard]) -> tuple[GroupFigures, ...]:
    by_group: dict[str | None, list[Scorecard]] = {}
    for card in cards:
        by_group.setdefault(card.group, []).append(card)
    return tuple(_group(name, by_group[name]) for name in sorted(by_group, key=lambda n: n or ""))


def compared(cards: Sequence[Scorecard]) -> tuple[ComparedLine, ...]:
    """Line by line in printed order, adjustments last."""
    by_unit = [{line.code: line for line in card.lines} for card in cards]
    shown = {line.code: line for lines in reversed(by_unit) for line in lines.values()}
    printed = dict.fromkeys(code for lines in by_unit for code in lines)
    ordered = sorted(printed, key=lambda code: code.startswith("@"))
    return tuple(_compared(shown[code], by_unit) for code in ordered)


def over_periods(rankings: Iterable[Ranking]) -> tuple[UnitOverPeriods, ...]:
    """Each unit that ever had a place, by group and code."""
    by_unit = [{place.unit: place for place in ranking.places} for ranking in rankings]
    latest = {unit: place for places in by_unit for unit, place in places.items()}
    ordered = sorted(latest.values(), key=lambda place: (place.group or "", place.unit))
    return tuple(
        UnitOverPeriods(
            place.unit,
            place.name,
            place.group,
            tuple(places.get(place.unit) for places in by_unit),
        )
        for place in ordered
    )


def _has_share(line: Line) -> bool:
    scored = line.status is LineStatus.SCORED and line.section == Section.STANDARD
    return scored and line.final is not None and bool(line.max)


def _criterion_share(lines: Sequence[Line]) -> CriterionShare:
    shares = [Fraction(line.final) / Fraction(line.max) for line in lines]
    return CriterionShare(
        code=lines[0].code,
        text=lines[0].text,
        percent=100 * sum(shares, Fraction(0)) / len(shares),
        units=len(lines),
        full=sum(share >= 1 for share in shares),
        zero=sum(share == 0 for share in shares),
    )


def _group(name: str | None, cards: Sequence[Scorecard]) -> GroupFigures:
    totals = [card.total for card in cards if card.total is not None]
    mean = sum(map(Fraction, totals), Fraction(0)) / len(totals) if totals else None
    return GroupFigures(
        group=name,
        ranked=len(totals),
        unranked=len(cards) - len(totals),
        mean=mean,
        highest=max(totals, default=None),
        lowest=min(totals, default=None),
    )


def _compared(line: Line, by_unit: Sequence[Mapping[str, Line]]) -> ComparedLine:
    finals = (lines[line.code].final if line.code in lines else None for lines in by_unit)
    return ComparedLine(line.code, line.text, line.section, line.max, tuple(finals))
