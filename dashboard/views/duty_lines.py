"""What one duty rests on, line by line: who, by which document, in which words, due when."""

from collections.abc import Iterator, Mapping

from dashboard.views.standing_words import directs_text, due_text, first_due
from dashboard.views.table import ABSENT
from dashboard.wording import day_text, moment_text, reading_text
from data_access.queries.duty_story import DutyStory
from scoring.obligations import State
from scoring.periods import Period
from scoring.programme_items import ReportDuty, Task


def duty_lines(
    story: DutyStory, offices: Mapping[str, str], former: str
) -> Iterator[tuple[str, str]]:
    every = (
        *_who(story, offices, former),
        *_printed(story),
        *_due(story),
        *_outcome(story),
    )
    yield from ((label, words) for label, words in every if words and words != ABSENT)


def _who(story: DutyStory, offices: Mapping[str, str], former: str) -> Iterator[tuple[str, str]]:
    one, words = story.standing, story.words
    taken_over = f", nhận lại từ {former}" if former else ""
    yield "Đơn vị thực hiện", one.unit.name + taken_over
    yield "Chương trình, kế hoạch", _document(story)
    yield "Chỉ đạo", directs_text(one, offices)
    if words is not None and isinstance(words.of, Task):
        yield "Tham mưu, thực hiện", words.of.carries_out
    yield "Căn cứ thêm việc", one.obligation.source


def _document(story: DutyStory) -> str:
    if story.words is None:
        return story.standing.programme
    programme = story.words.programme
    number = f" số {programme.number}" if programme.number else ""
    dated = f" ngày {day_text(programme.adopted)}" if programme.adopted else ""
    return f"{programme.title},{number}{dated}" if number or dated else programme.title


def _printed(story: DutyStory) -> Iterator[tuple[str, str]]:
    """The words of the plan, how they were read, and what was chosen where a day off was met."""
    words = story.words
    if words is None:
        return
    timing = words.timing
    if timing is not None:
        yield (
            "Thời gian ghi trong văn bản",
            f"“{timing.printed}”" if timing.printed else "không ghi",
        )
        yield "Cách đọc", reading_text(timing)
    if isinstance(words.of, Task):
        yield "Vì sao đọc như vậy", words.of.due_note
    elif timing is None:
        yield "Cách tính hạn", _reckoned(words.of, story.standing.obligation.period)
    if words.around is not None:
        kept, before, after = words.around
        yield (
            "Rơi vào ngày nghỉ",
            f"ngày {day_text(kept)}; ngày làm việc liền trước {day_text(before)}, liền sau "
            f"{day_text(after)}",
        )


def _reckoned(duty: ReportDuty, period: Period) -> str:
    """Of a report about whose day the plan says nothing in words."""
    if dict(duty.dues).get(period.mark):
        return "ngày ghi trong chương trình"
    after = duty.due_days_after
    if after == 0:
        return "ngày cuối kỳ"
    return f"{abs(after)} ngày {'sau' if after > 0 else 'trước'} ngày cuối kỳ"


def _due(story: DutyStory) -> Iterator[tuple[str, str]]:
    one = story.standing
    owed = one.obligation
    yield "Hạn", " ".join(words for words in (due_text(one), _moved(first_due(one))) if words)
    for more in story.extensions:
        decision = f", {more.decision}" if more.decision else ""
        said = (
            f"đến {day_text(more.until)}, {more.grantor} cho phép{decision}; lý do: {more.reason}"
        )
        yield "Gia hạn", said
    if owed.cut_off is not None and owed.cut_off != owed.period.last_day:
        yield "Số liệu tính đến", day_text(owed.cut_off)


def _moved(words: str) -> str:
    return f"({words})" if words else ""


def _outcome(story: DutyStory) -> Iterator[tuple[str, str]]:
    one = story.standing
    if one.state is State.EXEMPT:
        yield "Không phải thực hiện", one.reason or "theo chương trình"
    if one.completed_on is not None:
        yield "Hoàn thành ngày", day_text(one.completed_on)
    if one.received is not None:
        arrived = f", ngày đến {day_text(one.arrived)}" if one.arrived else ""
        yield "Báo cáo nhận lúc", moment_text(one.received) + arrived
    if one.closed:
        yield "Chương trình", "đã tổng kết, không đôn đốc nữa"
