"""So many of the listed items done, alike or with points of their own (A13)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from scoring.document import Reader
from scoring.facts import Absent
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.rules.outcome import (
    Figures,
    NoFigure,
    Outcome,
    Points,
    Setting,
    most_text,
    points_text,
)


@dataclass(frozen=True)
class Checklist:
    """`own` are the items' own points, in their order; empty: all items are alike. `make_up`: the
    items that are asked stand for those left out too."""

    word: ClassVar[str] = "checklist"
    items: tuple[str, ...]
    own: tuple[Fraction, ...]
    points_each: Fraction | None
    required: int | None
    make_up: bool = False

    @classmethod
    def parse(cls, reader: Reader) -> "Checklist":
        items, own = _items(reader)
        each, required = reader.optional_number("points_each"), None
        if reader.has("required"):
            required = reader.whole("required", 1, 1, max(1, len(items)))
        make_up = reader.flag("make_up", default=False)
        for key in _contradicting(own, each, required, make_up):
            reader.report(Code.KEY_UNKNOWN, reader.at(key), key=key, near="")
        if make_up and min(own, default=Fraction(0)) < 0:
            reader.report(Code.VALUE_OUTSIDE, reader.at("items"), value=min(own), least=0, most="∞")
        return cls(items, own, None if each is None else Fraction(each), required, make_up)

    def figures(self) -> tuple[str, ...]:
        return self.items

    def needs_max(self, *, penalty: bool) -> bool:
        return not self.own and self.points_each is None

    def best(self, most: Fraction | None) -> Fraction | None:
        if self.own:
            return sum((max(Fraction(0), points) for points in self.own), Fraction(0))
        if self.points_each is None:
            return most
        free = self.points_each * len(self.items)
        return free if most is None else min(most, free)

    def words(self, most: Fraction | None, labels: Mapping[str, str]) -> str:
        named = [labels.get(item, item) for item in self.items]
        if self.own:
            rows = zip(named, self.own, strict=True)
            told = (f"{label}: {points_text(points)}" for label, points in rows)
            made_up = "; nội dung không tính được quy đổi theo phần còn lại" if self.make_up else ""
            return f"Cộng điểm từng nội dung: {'; '.join(told)}{made_up}"
        listed = f"{len(named)} nội dung ({'; '.join(named)})"
        if self.required is not None:
            return f"Đạt ít nhất {self.required} trong {listed}: {most_text(most)}; ít hơn: 0 điểm"
        if self.points_each is not None:
            return f"Mỗi nội dung đạt được {points_text(self.points_each)}, trong {listed}"
        return f"{most_text(most).capitalize()} × số nội dung đạt ÷ {listed}"

    def apply(self, figures: Figures, setting: Setting) -> Outcome:
        done, asked, absences = [], [], set()
        for position, item in enumerate(self.items):
            answer = figures.answer(item)
            if isinstance(answer, bool):
                done += [position] if answer else []
                asked.append(position)
            elif answer.absent is Absent.NOT_REPORTED:
                return answer
            else:
                absences.add(answer.absent)
        if not asked or (self.make_up and not self._worth(asked)):
            return _nothing_asked(absences)
        points = self._points(done, asked, setting)
        return Points(points, lambda: self._reason(len(done), len(asked), points))

    def _worth(self, positions: Iterable[int]) -> Fraction:
        """The own points of these items together."""
        return sum((self.own[position] for position in positions), Fraction(0))

    def _points(self, done: list[int], items: list[int], setting: Setting) -> Fraction:
        asked = len(items)
        if self.own:
            times = sum(self.own) / self._worth(items) if self.make_up else 1
            return setting.held(self._worth(done) * times)
        if self.required is not None:
            return setting.most if len(done) >= min(self.required, asked) else Fraction(0)
        if self.points_each is not None:
            return setting.held(len(done) * self.points_each)
        return setting.most * len(done) / asked

    def _reason(self, done: int, asked: int, points: Fraction) -> str:
        said, left_out = f"Đạt {done}/{asked} nội dung", len(self.items) - asked
        if left_out:
            said += f" ({left_out} nội dung không phát sinh hoặc không áp dụng, không tính)"
        if self.required is not None:
            said += f"; yêu cầu ít nhất {min(self.required, asked)}"
        elif self.points_each is not None:
            said += f"; mỗi nội dung {decimal_comma(self.points_each)}"
        elif self.own:
            said += "; cộng điểm từng nội dung"
            said += ", quy đổi theo tổng điểm các nội dung được tính" if self.make_up else ""
        return f"{said} → {points_text(points)}"


def _items(reader: Reader) -> tuple[tuple[str, ...], tuple[Fraction, ...]]:
    if not reader.lists_mappings("items"):
        items, own = reader.texts("items"), ()
    else:
        read = [_own_item(child) for child in reader.children("items")]
        items, own = tuple(key for key, _ in read), tuple(points for _, points in read)
    if not items:
        reader.report(Code.KEY_MISSING, reader.at("items"), key="items")
    for item in sorted({item for item in items if items.count(item) > 1}):
        reader.report(Code.CODE_TWICE, reader.at("items"), value=item, first="")
    return items, own


def _own_item(reader: Reader) -> tuple[str, Fraction]:
    item = reader.text("figure"), Fraction(reader.number("points"))
    reader.finish()
    return item


def _contradicting(
    own: tuple[Fraction, ...], each: object, required: object, make_up: bool
) -> list[str]:
    """Keys that may not stand beside each other: points are told in one way, and only own points
    are made up for."""
    told = [
        key for key, value in (("points_each", each), ("required", required)) if value is not None
    ]
    if own:
        return told
    return [*told[:-1], "make_up"] if make_up else told[:-1]


def _nothing_asked(absences: set[Absent]) -> NoFigure:
    if absences == {Absent.NOT_APPLICABLE}:
        return NoFigure(Absent.NOT_APPLICABLE, lambda: "Tất cả nội dung đều không áp dụng")
    return NoFigure(Absent.NOT_ARISEN, lambda: "Tất cả nội dung đều không phát sinh")
