"""How added-up figures, and what is wanting in them, are said in Vietnamese."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.paper_sheets import PaperCell
from dashboard.wording import number_text, vietnamese_order
from data_access.queries.consolidation import ConsolidationResult
from scoring.consolidation import UnitReturns
from scoring.contributions import Consolidated, Contribution
from scoring.facts import Absent, Value
from scoring.periods import Period
from scoring.self_score import period_words

PROVISIONAL = "Tạm tính"
BEHIND = "*"
ESTIMATE = "số ước"
NOT_HANDED_IN = "chưa nộp"

_ABSENT: Mapping[Absent, str] = {
    Absent.NOT_REPORTED: "",
    Absent.NOT_ARISEN: "KPS",
    Absent.NOT_APPLICABLE: "KAD",
}
_ABSENT_NOTES = {"KPS": "KPS: không phát sinh.", "KAD": "KAD: không áp dụng."}


@dataclass(frozen=True)
class Names:
    """What the units are called, and the order in which people look them up."""

    labels: Mapping[str, str]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(sorted(self.labels, key=lambda code: vietnamese_order(self.labels[code])))

    def ordered(self, returns: Iterable[UnitReturns]) -> tuple[UnitReturns, ...]:
        return tuple(sorted(returns, key=lambda one: vietnamese_order(self.labels[one.unit])))


def names_of(result: ConsolidationResult) -> Names:
    return Names({unit.code: unit.label for unit in result.units})


def span_words(result: ConsolidationResult) -> str:
    """ "quý III năm 2022", "6 tháng đầu năm 2022" or "năm 2022"."""
    period = result.period
    if period.is_year or (result.to_date and period.quarter == 4):
        return f"năm {period.year}"
    if result.to_date and period.quarter != 1:
        return f"{3 * period.quarter} tháng đầu năm {period.year}"
    return period_words(period)


def figure_cell(figure: Consolidated) -> PaperCell:
    mark = BEHIND if figure.behind else ""
    return value_cell(figure.value, mark, figure.key)


def value_cell(value: Value, mark: str = "", key: str = "") -> PaperCell:
    """What is absent is said, never made a zero; nothing at all is said of what nobody reported."""
    if isinstance(value, Absent):
        return PaperCell(_ABSENT[value], mark=mark, key=key)
    return PaperCell(number_text(value), value, mark, key)


def absent_notes(cells: Iterable[PaperCell]) -> tuple[str, ...]:
    shown = {cell.text for cell in cells}
    return tuple(note for text, note in _ABSENT_NOTES.items() if text in shown)


def behind_notes(figures: Iterable[Consolidated], names: Names) -> tuple[str, ...]:
    """Whose state is an earlier quarter's, said once for all figures of a sheet."""
    late = {
        (one.unit, one.periods[-1])
        for figure in figures
        for one in figure.contributions
        if one.behind
    }
    if not late:
        return ()
    ordered = sorted(late, key=lambda item: (vietnamese_order(names.labels[item[0]]), item[1]))
    said = "; ".join(f"{names.labels[unit]} ({period_words(period)})" for unit, period in ordered)
    return (f"({BEHIND}) Có số liệu của quý trước đó: {said}.",)


def completeness(result: ConsolidationResult) -> str:
    """ "12/13 đơn vị đã nộp; thiếu: Ba Tơ; 2 đơn vị số ước: Trà Bồng, Sơn Hà"."""
    found, names = result.consolidation, names_of(result)
    complete = len(found.units) - len(found.missing)
    every = " đủ các quý" if len(found.span) > 1 else ""
    said = [f"{complete}/{len(found.units)} đơn vị đã nộp{every}", *_missing(result, names)]
    if found.estimates:
        labels = (names.labels[one.unit] for one in names.ordered(found.estimates))
        said.append(f"{len(found.estimates)} đơn vị {ESTIMATE}: {', '.join(labels)}")
    return "; ".join(said)


def _missing(result: ConsolidationResult, names: Names) -> Iterator[str]:
    """A quarter that nobody has handed in is said once, not beside every name."""
    found = result.consolidation
    sets = [set(one.missing) for one in found.units]
    nobody = set.intersection(*sets) if sets else set()
    if nobody:
        yield f"chưa đơn vị nào nộp {quarters_words(sorted(nobody))}"
    named = [
        _missing_words(one, tuple(period for period in one.missing if period not in nobody), names)
        for one in names.ordered(found.missing)
        if not set(one.missing) <= nobody
    ]
    if named:
        yield f"thiếu: {', '.join(named)}"


def _missing_words(one: UnitReturns, missing: Sequence[Period], names: Names) -> str:
    label = names.labels[one.unit]
    return f"{label} ({quarters_words(missing)})" if one.reported else label


def quarters_words(periods: Sequence[Period]) -> str:
    """ "quý I, II năm 2022"."""
    if any(period.is_year for period in periods):
        return ", ".join(period_words(period) for period in periods)
    numbers = ", ".join(("I", "II", "III", "IV")[period.quarter - 1] for period in periods)
    return f"quý {numbers} năm {periods[0].year}" if periods else ""


def contribution_note(one: Contribution) -> str:
    said = [f"{NOT_HANDED_IN} {quarters_words(one.missing)}"] if one.missing else []
    if one.behind:
        said.append("số liệu của quý trước đó")
    if one.estimate:
        said.append(ESTIMATE)
    return "; ".join(said)
