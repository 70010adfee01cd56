"""The fields of one task of a programme, and of the answers about how its words are read."""

from dashboard import fields
from dashboard.views.readings import Asked
from data_access.programme_editing import Answer, TaskEntry

WHEN = "Thời gian thực hiện, như văn bản"
_DEBTORS = "Giao cho (loại đơn vị, cụm, khối, tên đơn vị; cách nhau bằng dấu chấm phẩy)"


def task_fields(name: str, known: TaskEntry, when: str | None = None) -> TaskEntry:
    """Filled with what is known of it. `when`: was asked for already, as the source will be."""
    no = fields.line("Số thứ tự", f"tt-{name}", longest=20, value=known.no)
    title = fields.lines("Nội dung nhiệm vụ", f"nd-{name}", known.title)
    directs = fields.line("Người chỉ đạo", f"cd-{name}", value=known.directs)
    does = fields.line("Tham mưu, thực hiện", f"th-{name}", value=known.carries_out)
    debtors = fields.lines(_DEBTORS, f"giao-{name}", known.debtors)
    source = known.source
    if when is None:
        when = fields.line(WHEN, f"tg-{name}", value=known.when)
        source = fields.line("Căn cứ", f"cc-{name}", value=known.source)
    return TaskEntry(no.strip(), title.strip(), directs, does, when, debtors, source)


def answer_fields(name: str, one: Asked) -> Answer:
    rolls, befores = dict(one.rolls), dict(one.befores)
    roll = fields.chosen_of("Hạn", f"nghi-{name}", rolls) if rolls else None
    before = fields.chosen_of("Cách hiểu", f"truoc-{name}", befores) if befores else None
    anchor = fields.day("Tính từ ngày", f"moc-{name}") if one.anchor else None
    due, note = None, ""
    if one.day or one.anchor:
        chosen = bool(rolls or befores or one.anchor)
        said = "Hoặc ấn định hạn là ngày" if chosen else "Ấn định hạn là ngày"
        due = fields.day(said, f"han-{name}")
        note = fields.line("Lý do (không có hạn thì chỉ ghi lý do)", f"ly-do-{name}")
    return Answer(before or "", roll or "", anchor, due, note)
