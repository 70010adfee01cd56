"""So many of the listed items done (A13)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import Figures, NoFigure, Outcome, Points, Setting, points_text


@dataclass(frozen=True)
class Checklist:
    word: ClassVar[str] = "checklist"
    items: tuple[str, ...]
    points_each: Fraction | None
    required: int | None

    @classmethod
    def parse(cls, reader: Reader) -> "Checklist":
        items = reader.texts("items")
        if not items:
            reader.report(Code.KEY_MISSING, reader.at("items"), key="items")
        for item in sorted({item for item in items if items.count(item) > 1}):
            reader.report(Code.CODE_TWICE, reader.at("items"), value=item, first="")
        each = reader.optional_number("points_each")
        required = None
        if reader.has("required"):
            required = reader.whole("required", 1, 1, max(1, len(items)))
        if each is not None and required is not None:
            reader.report(Code.KEY_UNKNOWN, reader.at("points_each"), key="points_each", near="")
        return cls(items, None if each is None else Fraction(each), required)

    def figures(self) -> tuple[str, ...]:
        return self.items

    def best(self, most: Fraction) -> Fraction:
        return most if self.points_each is None else min(most, self.points_each * len(self.items))

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        done, asked, absences = 0, 0, set()
        for item in self.items:
            answer = figures.answer(item)
            if isinstance(answer, bool):
                done, asked = done + answer, asked + 1
            elif answer.absent is Absent.NOT_REPORTED:
                return answer
            else:
                absences.add(answer.absent)
        if not asked:
            return _nothing_asked(absences)
        return self._scored(done, asked, setting)

    def _scored(self, done: int, asked: int, setting: Setting) -> Points:
        left_out = len(self.items) - asked
        said = f"Đạt {done}/{asked} nội dung"
        if left_out:
            said += f" ({left_out} nội dung không phát sinh hoặc không áp dụng, không tính)"
        if self.required is not None:
            need = min(self.required, asked)
            points = setting.most if done >= need else Fraction(0)
            return Points(points, f"{said}; yêu cầu ít nhất {need} → {points_text(points)}")
        if self.points_each is not None:
            points = min(setting.most, done * self.points_each)
            each = decimal_comma(self.points_each)
            return Points(points, f"{said}; mỗi nội dung {each} → {points_text(points)}")
        points = setting.most * done / asked
        return Points(points, f"{said} → {points_text(points)}")


def _nothing_asked(absences: set[Absent]) -> NoFigure:
    only_not_applicable = absences == {Absent.NOT_APPLICABLE}
    absent = Absent.NOT_APPLICABLE if only_not_applicable else Absent.NOT_ARISEN
    why = "không áp dụng" if only_not_applicable else "không phát sinh"
    return NoFigure(absent, f"Tất cả nội dung đều {why}")
