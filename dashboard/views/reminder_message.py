"""*Soạn tin nhắc việc*: a polite message to a unit, or to several at once, ready to be copied into
Zalo. A message is plain text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dashboard.views.heading import Heading, Scene, heading
from dashboard.views.standing_words import (
    countdown,
    due_text,
    due_word,
    reminded_text,
    work_words,
)
from dashboard.wording import day_text, vietnamese_order
from data_access.standings import Standing
from scoring.obligations import DutyKey, State

PAGE, TITLE = "soan-tin", "Soạn tin nhắc việc"
WAY, EACH, TOGETHER = "cach", "tung-don-vi", "chung"
WAYS = {EACH: "Mỗi đơn vị một tin", TOGETHER: "Một tin chung cho các đơn vị"}
ABOUT, OVERDUE, SOON_TOO = "noi-dung", "qua-han", "sap-den-han"
ABOUTS = {OVERDUE: "Việc quá hạn", SOON_TOO: "Việc quá hạn và sắp đến hạn"}
NOBODY = "Không có đơn vị nào có việc cần nhắc theo điều kiện đang chọn."
MOST_UNITS = 20
_MOST_DUTIES = 12
_ILLUSTRATIVE = "(số liệu minh họa)"


@dataclass(frozen=True)
class Message:
    """`duties` by unit: what is written down once the message was sent."""

    title: str
    said: str
    text: str
    duties: tuple[tuple[str, tuple[DutyKey, ...]], ...]


@dataclass(frozen=True)
class Remindable:
    """Who may be written to, by code; `said` where there is nobody."""

    heading: Heading
    units: tuple[tuple[str, str], ...]
    said: str = ""


@dataclass(frozen=True)
class Messages:
    messages: tuple[Message, ...]
    said: str = ""


def remindable(standings: Sequence[Standing], scene: Scene) -> Remindable:
    """`standings` are the duties worth reminding of."""
    found = _by_unit(standings)
    units = tuple((code, held[0].unit.label) for code, held in found.items())
    title = f"{len(units)} đơn vị có việc cần nhắc" if units else "Không có đơn vị cần nhắc"
    return Remindable(heading(TITLE, title, scene), units, "" if units else NOBODY)


def messages(
    standings: Sequence[Standing], chosen: Sequence[str], way: str, scene: Scene
) -> Messages:
    """To the chosen units, at most MOST_UNITS of them at once."""
    found = _by_unit(standings)
    kept = [held for code, held in found.items() if code in chosen]
    written = kept[:MOST_UNITS]
    said = ""
    if len(kept) > len(written):
        said = f"Soạn cho {len(written)} đơn vị đầu trong {len(kept)} đơn vị đã chọn."
    if way == TOGETHER:
        return Messages(_together(written, scene), said)
    return Messages(tuple(_one(held, scene) for held in written), said)


def _by_unit(standings: Sequence[Standing]) -> dict[str, list[Standing]]:
    """In the order people look names up; inside, the longest overdue first."""

    def order(one: Standing) -> tuple:
        return vietnamese_order(one.unit.label), one.unit.code

    ordered = sorted(sorted(standings, key=_urgent), key=order)
    return {code: list(held) for code, held in groupby(ordered, key=lambda one: one.unit.code)}


def _urgent(one: Standing) -> tuple[int, date]:
    return -one.days_late, one.last_day or date.max


def _one(held: Sequence[Standing], scene: Scene) -> Message:
    unit = held[0].unit
    lines = [
        f"Kính gửi {unit.name},",
        f"{scene.committee or scene.called} trân trọng thông báo, tính đến ngày "
        f"{day_text(scene.day)}, quý đơn vị còn {len(held)} việc cần hoàn thành:",
        *_duties(held, scene.day),
        "Đề nghị quý đơn vị quan tâm hoàn thành, gửi qua hệ thống. Nếu đã gửi hoặc có khó khăn, "
        "vướng mắc, xin báo lại Tổ Giúp việc.",
        *_end(scene),
    ]
    return Message(unit.label, _reminded(held), "\n".join(lines), (_keys(held),))


def _together(groups: Sequence[Sequence[Standing]], scene: Scene) -> tuple[Message, ...]:
    if not groups:
        return ()
    lines = [
        "Kính gửi các đơn vị,",
        f"{scene.committee or scene.called} trân trọng thông báo, tính đến ngày "
        f"{day_text(scene.day)}, các đơn vị sau còn việc cần hoàn thành:",
    ]
    for held in groups:
        lines += [f"* {held[0].unit.label}:", *_duties(held, scene.day)]
    lines += [
        "Đề nghị các đơn vị quan tâm hoàn thành, gửi qua hệ thống. Đơn vị đã gửi hoặc có khó khăn, "
        "vướng mắc, xin báo lại Tổ Giúp việc.",
        *_end(scene),
    ]
    title = f"Tin chung cho {len(groups)} đơn vị"
    return (Message(title, "", "\n".join(lines), tuple(_keys(held) for held in groups)),)


def _duties(held: Sequence[Standing], day: date) -> Iterator[str]:
    for one in held[:_MOST_DUTIES]:
        yield f"- {work_words(one)}: {due_word(one)} {due_text(one)}, {countdown(one, day)}."
    if len(held) > _MOST_DUTIES:
        yield f"… và {len(held) - _MOST_DUTIES} việc khác, xem ở trang Của tôi."


def _end(scene: Scene) -> Iterator[str]:
    yield "Trân trọng cảm ơn."
    if scene.illustrative:
        yield _ILLUSTRATIVE


def _reminded(held: Sequence[Standing]) -> str:
    """So that nobody is reminded twice on a day by two people."""
    late = sum(one.state is State.OVERDUE for one in held)
    latest = max(held, key=lambda one: max(one.reminded, default=date.min))
    words, _ = reminded_text(latest)
    return f"{late} việc quá hạn, {len(held) - late} việc sắp đến hạn · nhắc gần nhất: {words}"


def _keys(held: Sequence[Standing]) -> tuple[str, tuple[DutyKey, ...]]:
    return held[0].unit.code, tuple(one.obligation.key for one in held)
