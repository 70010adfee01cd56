"""Returns that came early, late or not at all, as the system observed them (A11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text


@dataclass(frozen=True)
class Rate:
    """So many points for each of what `figure` counts; given, or taken away. `counted` is said
    of a unit, `each` of the rule."""

    figure: str
    points: Fraction
    counted: str
    each: str
    gives: bool = False


@dataclass(frozen=True)
class Deadline:
    word: ClassVar[str] = "deadline"
    form: str
    base: Fraction | None
    early_by: int
    rates: tuple[Rate, ...]

    @classmethod
    def parse(cls, reader: Reader) -> "Deadline":
        base = reader.optional_number("base")
        form, early_by = reader.text("form"), reader.whole("early_by", 1, 1, 366)
        return cls(
            form, None if base is None else Fraction(base), early_by, _rates(reader, form, early_by)
        )

    def figures(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*(rate.figure for rate in self.rates), self._missed)))

    @property
    def _missed(self) -> str:
        return f"@missed.{self.form}"

    @property
    def _gives(self) -> bool:
        return any(rate.gives for rate in self.rates)

    def needs_max(self, *, penalty: bool) -> bool:
        return False

    def best(self, most: Fraction | None) -> Fraction | None:
        # Early returns may bring it up to any limit.
        return most if self.base is None or self._gives else self.base

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        form = labels.get(self.form, f"biểu {self.form}")
        base = "" if self.base is None else f"{points_text(self.base)}; "
        told = (f"{rate.each} {points_text(rate.points)}" for rate in self.rates)
        return f"Thời hạn nộp {form}: {base}{'; '.join(told)}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        if figures.value(self._missed) is Absent.NOT_APPLICABLE:
            return figures.number(self._missed)
        counts = tuple(_counted(figures, rate.figure) for rate in self.rates)
        change = sum(
            (
                count * rate.points * (1 if rate.gives else -1)
                for rate, count in zip(self.rates, counts, strict=True)
            ),
            Fraction(0),
        )
        if setting.penalty:
            taken = max(Fraction(0), -change)
            return Points(taken, lambda: self._reason(figures, counts, None, taken))
        base = self._base(setting)
        points = base + change
        return Points(points, lambda: self._reason(figures, counts, base, points))

    def _base(self, setting: Setting) -> Fraction:
        if self.base is not None:
            return self.base
        return Fraction(0) if setting.bonus or self._gives else setting.most

    def _reason(
        self,
        figures: Figures,
        counts: tuple[Fraction, ...],
        base: Fraction | None,
        points: Fraction,
    ) -> str:
        form = figures.labels.get(self.form, f"biểu {self.form}")
        told = "; ".join(
            f"{rate.counted} {decimal_comma(count)} × {decimal_comma(rate.points)}"
            for rate, count in zip(self.rates, counts, strict=True)
        )
        begins = f"bắt đầu từ {points_text(base)}; " if base else ""
        taken = "trừ " if base is None else ""
        return f"Thời hạn nộp {form}: {begins}{told} → {taken}{points_text(points)}"


def _counted(figures: Figures, key: str) -> Fraction:
    count = figures.occurrences(key)
    return Fraction(0) if isinstance(count, NoFigure) else count


def _rates(reader: Reader, form: str, early_by: int) -> tuple[Rate, ...]:
    """Only what the table gives or takes points for."""
    working = reader.one_of("days", ("calendar", "working"), "calendar") == "working"
    mark, day = ("working_", "ngày làm việc") if working else ("", "ngày")
    early = f"@{mark}early.{form}.{early_by}"
    soon = f"sớm từ {early_by} {day}"
    kinds = (
        ("per_early", early, f"{soon}: cộng", f"mỗi lần {soon} cộng"),
        ("per_late", f"@late.{form}", "trễ hạn: trừ", "mỗi lần trễ hạn trừ"),
        ("per_day", f"@{mark}days_late.{form}", f"số {day} trễ: trừ", f"mỗi {day} trễ trừ"),
        ("per_missed", f"@missed.{form}", "không nộp: trừ", "mỗi kỳ không nộp trừ"),
    )
    rates = []
    for key, figure, counted, each in kinds:
        points = reader.least_zero(key) if reader.has(key) else None
        if points:
            rates.append(Rate(figure, Fraction(points), counted, each, key == "per_early"))
    return tuple(rates)
