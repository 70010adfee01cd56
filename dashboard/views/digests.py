"""The letter that carries a digest: subject and plain text. Knows no mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.wording import day_text, period_name, vietnamese_order, with_period
from data_access.reminders import Notice
from scoring.digests import Audience, Digest, OpenDuty
from scoring.obligations import Obligation, State

_SIGNED = (
    "Thư này do hệ thống theo dõi của {committee} gửi tự động, mỗi ngày nhiều nhất một thư. "
    "Đơn vị đã nộp báo cáo trong ngày thì bỏ qua thư này."
)
_DEMONSTRATION = "SỐ LIỆU MINH HỌA"


@dataclass(frozen=True)
class Post:
    """From whom and on which day letters are written; `units` are labels by code."""

    committee: str
    day: date
    units: Mapping[str, str]
    illustrative: bool = False

    def unit(self, code: str) -> str:
        return self.units.get(code, code)


def notice(digest: Digest, post: Post) -> Notice:
    """As it is kept and sent."""
    reader = digest.reader
    return Notice(
        reader.audience,
        reader.address,
        reader.name or post.unit(reader.unit or ""),
        reader.unit,
        subject(digest, post),
        body(digest, post),
        tuple(str(one.obligation.key) for one in digest.duties),
    )


def subject(digest: Digest, post: Post) -> str:
    """What it is about, so that it need not be opened to be understood."""
    overdue, soon = _split(digest)
    counted = [(len(overdue), "việc quá hạn"), (len(soon), "việc sắp đến hạn")]
    said = ", ".join(f"{count} {words}" for count, words in counted if count)
    shown = f"[{_DEMONSTRATION}] " if post.illustrative else ""
    return f"{shown}Nhắc việc ngày {day_text(post.day)}: {said}"


def body(digest: Digest, post: Post) -> str:
    overdue, soon = _split(digest)
    parts = (
        f"Kính gửi: {digest.reader.name or post.unit(digest.reader.unit or '')}",
        f"{post.committee} xin thông báo tình hình tính tại ngày {day_text(post.day)}:",
        _section("Quá hạn", overdue, digest, post),
        _section("Sắp đến hạn", soon, digest, post),
        _others(digest, len(overdue)),
        "Đề nghị thực hiện và báo cáo trên hệ thống; có khó khăn, vướng mắc thì báo Tổ Giúp việc."
        if digest.reader.audience is Audience.UNIT
        else "",
        f"-- \n{_SIGNED.format(committee=post.committee)}",
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _split(digest: Digest) -> tuple[list[OpenDuty], list[OpenDuty]]:
    overdue = [one for one in digest.duties if one.state is State.OVERDUE]
    return overdue, [one for one in digest.duties if one.state is not State.OVERDUE]


def _section(title: str, duties: Sequence[OpenDuty], digest: Digest, post: Post) -> str:
    """One unit's people read what is owed; whoever reads of several, who owes it."""
    if not duties:
        return ""
    lines = dict.fromkeys(_line(one, post) for one in duties)
    if digest.reader.audience is not Audience.UNIT or _units(digest.duties) > 1:
        lines = {line: _owing(line, duties, post) for line in lines}
    said = (f"- {line}{f' – {units}' if units else ''}" for line, units in lines.items())
    return "\n".join([f"{title.upper()} ({len(duties)})", *said])


def _units(duties: Sequence[OpenDuty]) -> int:
    return len({one.obligation.unit for one in duties})


def _owing(line: str, duties: Sequence[OpenDuty], post: Post) -> str:
    names = {post.unit(one.obligation.unit) for one in duties if _line(one, post) == line}
    shown = ", ".join(sorted(names, key=vietnamese_order))
    return shown if len(names) == 1 else f"{len(names)} đơn vị: {shown}"


def _line(one: OpenDuty, post: Post) -> str:
    owed = one.obligation
    due = f"hạn {day_text(one.last_day)}"
    if one.corrects:
        due = f"đã trả lại để sửa, hạn nộp bản sửa {day_text(one.last_day)}"
    elif one.last_day != owed.due:
        due = f"hạn mới {day_text(one.last_day)} (hạn đầu {day_text(owed.due)})"
    late = f", đã quá {one.days_late} ngày" if one.days_late else ""
    former = owed.inherited_from
    taken_over = f" (nhận lại từ {post.unit(former)})" if former else ""
    return f"{_name(owed)}{taken_over}: {due}{late}"


def _name(owed: Obligation) -> str:
    if owed.form is None:
        return owed.title
    period = period_name(owed.period)
    return with_period(owed.title, f"{period[:1].lower()}{period[1:]}")


def _others(digest: Digest, named: int) -> str:
    """What is overdue and not named today: reminded of on its own days."""
    left = digest.overdue - named
    return f"Ngoài ra còn {left} việc quá hạn khác, chưa đến ngày nhắc lại." if left > 0 else ""
