"""How the words of a programme about time were read, in words; and what is asked about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.views.table import ABSENT
from dashboard.wording import capital, day_text, due_day_text, read_day_text, reading_text
from data_access.proposed_readings import TASKS, ProposedReading
from scoring.timing import Before, Roll
from scoring.timing_readings import Question

_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_ROLLED = {
    Roll.KEEP: "giữ nguyên",
    Roll.NEXT: "chuyển sang ngày làm việc liền sau",
    Roll.PREVIOUS: "chuyển về ngày làm việc liền trước",
}
_PAST = " (quá lời văn của văn bản)"
_UNANSWERED = {
    Question.UNREAD: "Lời văn chưa đọc được thành thời hạn: ngày nào là ngày cuối cùng đúng hạn?",
    Question.NO_ANCHOR: "Văn bản không ghi ngày làm mốc: thời hạn tính từ ngày nào?",
    Question.BOTH_WORDS: "Vừa ghi “chậm nhất” vừa ghi “trước ngày”: có tính cả ngày ghi không?",
}
_REMARKS = {
    Question.NO_YEAR: "Văn bản không ghi năm, lấy năm của chương trình.",
    Question.WEEKDAY: "Thứ ghi trong văn bản không phải là thứ của ngày ấy.",
    Question.MONTHLY: "Việc hằng tháng không có hạn riêng từng tháng; đề nghị ghi rõ nếu cần hạn.",
    Question.UNCERTAIN_DAY: "Lịch nghỉ quanh ngày này chưa chắc chắn.",
}
_OTHER_YEAR = "Hạn không thuộc năm {year} của chương trình: đề nghị xem lại năm ghi."
_LEFT_OVER = "Còn chữ chưa hiểu: “{words}”; đề nghị xem có làm khác hạn không."
_BEFORE = {
    Before.EXCLUDED.value: "Không gồm ngày ghi: hạn là hôm trước",
    Before.INCLUDED.value: "Gồm cả ngày ghi",
}


@dataclass(frozen=True)
class Asked:
    """The questions about one reading, as fields: `rolls` and `befores` are options to choose from
    (empty: not asked); `day`: a last day, or the reason why there is none; `anchor`: the day from
    which it counts."""

    key: str
    title: str
    said: tuple[str, ...]
    rolls: tuple[tuple[str, str], ...] = ()
    befores: tuple[tuple[str, str], ...] = ()
    day: bool = False
    anchor: bool = False


def name_of(one: ProposedReading) -> str:
    if one.section == TASKS:
        return f"Nhiệm vụ {one.name}"
    return f"Báo cáo {one.name}, {_mark(one.period)}"


def short_name(one: ProposedReading) -> str:
    """For the first column of a table."""
    return one.name if one.section == TASKS else f"{one.name}, {_mark(one.period)}"


def reading_words(one: ProposedReading) -> str:
    """The reading with what was chosen about it; the printed words stand beside it."""
    timing = one.timing
    said = reading_text(timing).removeprefix(f"“{timing.printed}”: ")
    if one.before is Before.INCLUDED and timing.reading == "before_day":
        days = ", ".join(map(read_day_text, timing.dues))
        return f"trước ngày ghi, gồm cả ngày ấy, {days}"
    return said


def remarks(one: ProposedReading) -> str:
    """What a reader has to know of the day: that it is a day off and what is done about it, and
    what was supposed."""
    said = _supposed(one)
    if one.choices is not None:
        off = f"{day_in_week(one.choices[0])} là ngày nghỉ, {_ROLLED[one.roll]}."
        said.insert(0, capital(off))
    return " ".join(said)


def _supposed(one: ProposedReading) -> list[str]:
    timing = one.timing
    said = [_OTHER_YEAR.format(year=one.year)] if one.of_another_year else []
    said += [_LEFT_OVER.format(words=" ".join(timing.unknown))] if timing.unknown else []
    return said + [_REMARKS[question] for question in timing.questions if question in _REMARKS]


def due_words(one: ProposedReading) -> str:
    return ", ".join(map(due_day_text, one.timing.dues)) or ABSENT


def asked(one: ProposedReading) -> Asked:
    words = f"“{one.timing.printed}”"
    first = f"{words} đọc là {reading_words(one)}." if one.timing.dues else f"Văn bản ghi {words}."
    off = Question.DAY_OFF in one.asked and one.choices is not None
    said = [first]
    if off:
        said.append(f"Ngày ấy là {day_in_week(one.choices[0])}, ngày nghỉ. Chọn hạn:")
    said.extend(_UNANSWERED[question] for question in one.asked if question in _UNANSWERED)
    return Asked(
        one.key,
        f"{name_of(one)}: {one.title}",
        tuple(said),
        _rolls(one) if off else (),
        tuple(_BEFORE.items()) if Question.BOTH_WORDS in one.asked else (),
        Question.UNREAD in one.asked,
        Question.NO_ANCHOR in one.asked,
    )


def typed(one: ProposedReading) -> Asked:
    """As words that somebody is typing are understood, with what has to be asked about them."""
    questions = asked(one)
    known = remarks(replace(one, choices=None) if questions.rolls else one)
    said = (f"Cách hiểu thời hạn: {reading_words(one)}.", known, *questions.said[1:])
    return replace(questions, said=tuple(words for words in said if words))


def day_in_week(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day_text(day)}"


def labelled(readings: Iterable[ProposedReading]) -> Sequence[tuple[str, str]]:
    """Keys with what is confirmed, in one line."""
    return tuple((one.key, f"{name_of(one)}: {reading_text(one.timing)}") for one in readings)


def _rolls(one: ProposedReading) -> tuple[tuple[str, str], ...]:
    kept, before, after = one.choices or (None, None, None)
    if kept is None or before is None or after is None:
        return ()
    past = _PAST if Question.PAST_THE_WORDS in one.timing.questions else ""
    return (
        (Roll.KEEP.value, f"Giữ {day_in_week(kept)}"),
        (Roll.PREVIOUS.value, f"Ngày làm việc liền trước: {day_in_week(before)}"),
        (Roll.NEXT.value, f"Ngày làm việc liền sau: {day_in_week(after)}{past}"),
    )


def _mark(mark: str) -> str:
    known = {"Y": "cả năm"}
    return known.get(mark) or f"quý {('I', 'II', 'III', 'IV')[int(mark[1]) - 1]}"
