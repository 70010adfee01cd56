"""How what was found in a register is said: rules kept or broken, papers that contradict."""

from collections.abc import Mapping
from datetime import date

from dashboard.finding_sentences import FINDINGS
from dashboard.views.table import ABSENT, Basis, Cell
from dashboard.wording import StateWords, day_text
from scoring.consultation import CONSULTATION
from scoring.disclosure import DISCLOSE, LOUDSPEAKER, PERMANENT, POSTED
from scoring.findings import Finding, Measured, Said, Verdict, Weight
from scoring.legal_deadlines import Count, LegalDeadline, Relation

_GOOD, _BAD = ("●", "#2F6B4F", "#E4EFE8"), ("▲", "#9B1C1F", "#F9E3E1")
_AMBER, _GREY = ("◐", "#8A5A00", "#FBF0D9"), ("○", "#4A5568", "#EDEFF2")
_PLAIN = ("–", "#6B6459", "#FFFFFF")

_UNKNOWN = StateWords("chưa đủ dữ liệu", *_PLAIN, bordered=True)
_NOT_SET = StateWords("không quy định", *_PLAIN, bordered=True)
_KEPT = {
    DISCLOSE: "đúng hạn",
    POSTED: "đủ ngày",
    PERMANENT: "thường xuyên",
    LOUDSPEAKER: "đủ ngày",
    CONSULTATION: "đủ ngày",
}
_BROKEN = {
    DISCLOSE: "công khai trễ",
    POSTED: "thiếu ngày",
    PERMANENT: "đã kết thúc",
    LOUDSPEAKER: "thiếu ngày",
    CONSULTATION: "thiếu ngày",
}
_OPEN = {
    DISCLOSE: "chưa đến hạn",
    POSTED: "đang niêm yết",
    CONSULTATION: "đang lấy ý kiến",
}

RULES = {
    DISCLOSE: "Thời hạn công khai",
    POSTED: "Số ngày niêm yết liên tục",
    PERMANENT: "Niêm yết thường xuyên",
    LOUDSPEAKER: "Truyền thanh liên tục",
    CONSULTATION: "Số ngày lấy ý kiến",
}

WEIGHTS: Mapping[Weight, StateWords] = {
    Weight.BREACH: StateWords("chưa đúng quy định", *_BAD),
    Weight.CONFLICT: StateWords("mâu thuẫn", *_AMBER),
    Weight.LACKING: StateWords("còn thiếu", *_GREY),
    Weight.NOTE: StateWords("lưu ý", *_PLAIN, bordered=True),
}

CHECK_THE_LAW = (
    "Thời hạn theo Luật số 10/2022/QH15; Luật đã được sửa đổi năm 2025, đề nghị đối chiếu văn bản "
    "hiện hành."
)

_WEEKDAYS = (
    "thứ Hai",
    "thứ Ba",
    "thứ Tư",
    "thứ Năm",
    "thứ Sáu",
    "thứ Bảy",
    "Chủ nhật",
)


def finding_text(found: Finding) -> str:
    words: dict[str, Said] = {}
    for name, said in found.said.items():
        if isinstance(said, date):
            words |= {name: day_text(said), f"{name}_weekday": _WEEKDAYS[said.weekday()]}
        else:
            words[name] = said
    return FINDINGS[found.remark].format_map(words)


def verdict_words(one: Measured) -> StateWords:
    if one.verdict is Verdict.KEPT:
        return StateWords(_KEPT[one.key], *_GOOD)
    if one.verdict is Verdict.BROKEN:
        # A day that has passed with nothing shown yet is worse than a day that was missed.
        late = one.key == DISCLOSE and one.until is not None
        return StateWords(
            "chưa công khai" if one.key == DISCLOSE and not late else _BROKEN[one.key],
            *(_AMBER if late else _BAD),
        )
    if one.verdict is Verdict.OPEN:
        return StateWords(_OPEN[one.key], *_GREY)
    return _NOT_SET if one.verdict is Verdict.NOT_SET else _UNKNOWN


def measured_cell(one: Measured | None) -> Cell:
    """A chip, and beneath it the days counted beside those the law asks."""
    if one is None:
        return Cell(ABSENT)
    return Cell(detail=counted_words(one), state=verdict_words(one))


def measured_text(one: Measured | None) -> str:
    """The same in one line, for paper."""
    if one is None:
        return ABSENT
    words = verdict_words(one)
    return ": ".join(filter(None, (f"{words.mark} {words.word}", counted_words(one))))


def counted_words(one: Measured) -> str:
    if one.counted is None:
        return ""
    if one.rule is None:
        return f"{one.counted} ngày"
    return f"{one.counted} {_unit(one.rule)} ({_asked(one.rule)})"


def measured_basis(one: Measured) -> Basis:
    words = [counted_words(one) or verdict_words(one).word]
    if one.since is not None:
        until = day_text(one.until) if one.until else "nay"
        words.append(f"từ {day_text(one.since)} (ngày đầu không tính) đến {until}")
    if one.limit is not None:
        words.append(f"chậm nhất {day_text(one.limit)}")
    if one.rule is not None:
        words.append(one.rule.article)
    return Basis(RULES[one.key], "; ".join(words))


def _unit(rule: LegalDeadline) -> str:
    return "ngày làm việc" if rule.count is Count.WORKING else "ngày"


def _asked(rule: LegalDeadline) -> str:
    return f"{'không quá' if rule.relation is Relation.AT_MOST else 'ít nhất'} {rule.n}"
