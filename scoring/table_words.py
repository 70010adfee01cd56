"""What holds for a criteria table as a whole, in Vietnamese words: limits, classes, places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scoring.criteria import CriteriaSet
from scoring.criteria_classes import ClassBand, Quota
from scoring.criteria_terms import Among, AtTie, Fallthrough, GivenFor, Numbering, TableKind, Ties
from scoring.criteria_words import input_words, limit_words, rounding_words
from scoring.labels import labels_of
from scoring.numbers import decimal_comma


@dataclass(frozen=True)
class TableLine:
    """One provision: what it is about, and what it says."""

    what: str
    words: str


def table_in_words(table: CriteriaSet) -> tuple[TableLine, ...]:
    """Decision and force, rounding, limits, classes, quotas, places, checks, calendar."""
    return (*_lines(_identity(table)), *provisions_in_words(table))


def provisions_in_words(table: CriteriaSet) -> tuple[TableLine, ...]:
    """The same without what the table is: rounding, limits, classes, quotas, places, checks."""
    labels = labels_of(table)
    found = (
        *_limits(table),
        *_classes(table, labels),
        *_places(table, labels),
        *_checks(table, labels),
    )
    return _lines(found)


def _lines(found: Iterable[tuple[str, str]]) -> tuple[TableLine, ...]:
    return tuple(TableLine(what, words) for what, words in found if words)


def _identity(table: CriteriaSet) -> Iterator[tuple[str, str]]:
    yield "Tên bảng", table.title
    yield "Loại bảng", _KINDS[table.kind]
    decision = table.decision
    if decision is not None:
        day = f"ngày {_day(decision.day)}" if decision.day else ""
        yield "Văn bản ban hành", " ".join(filter(None, (decision.number, day, decision.issuer)))
    begins = f"từ {_day(table.in_force_from)}" if table.in_force_from else ""
    ends = f"đến {_day(table.in_force_to)}" if table.in_force_to else ""
    yield "Hiệu lực", " ".join(filter(None, (begins, ends)))
    yield "Áp dụng cho", ", ".join(table.unit_kinds)
    yield "Biểu tự chấm", table.form
    yield "Số liệu khác", "; ".join(input_words(asked) for asked in table.table_inputs)
    yield "Cơ quan thẩm định", table.assessor
    yield "Hạn đề nghị xem xét lại", f"{table.reconsideration_days} ngày sau công bố"
    yield "Tính chất", "Số liệu minh họa" if table.illustrative else ""


_KINDS = {
    TableKind.POINTS: "Chấm điểm",
    TableKind.PASS_FAIL: "Đạt, không đạt, chờ",
    TableKind.RANK_ONLY: "Chỉ xếp thứ tự, không chấm điểm",
}


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _limits(table: CriteriaSet) -> Iterator[tuple[str, str]]:
    if table.kind is not TableKind.POINTS:
        return
    yield "Tổng điểm chuẩn", decimal_comma(table.max)
    yield "Làm tròn", rounding_words(table.rounding)
    if table.rounding.total_places is not None:
        yield "Làm tròn tổng điểm", f"{table.rounding.total_places} chữ số thập phân"
    yield "Trần điểm thưởng", limit_words(table.bonus_cap)
    yield "Trần điểm trừ", limit_words(table.penalty_cap)
    yield "Trần tổng điểm", limit_words(table.total_cap)
    if table.total_floor is not None:
        yield "Sàn tổng điểm", decimal_comma(table.total_floor)


def _classes(table: CriteriaSet, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for band in table.classes:
        yield f"Xếp loại “{band.name}”", "; ".join(_band(band, labels)) or "các trường hợp còn lại"
    if table.classes:
        next_lower = table.fallthrough is Fallthrough.NEXT_LOWER
        said = "xét mức thấp hơn kế tiếp" if next_lower else "do người có thẩm quyền quyết định"
        earned = "Đủ điểm" if table.kind is TableKind.POINTS else "Đạt"
        yield f"{earned} mà thiếu điều kiện", said
    for quota in table.quotas:
        yield f"Khống chế “{quota.class_name}”", _quota(quota)


def _band(band: ClassBand, labels: Mapping[str, str]) -> Iterator[str]:
    if band.lower is not None:
        yield f"{'trên' if band.from_open else 'từ'} {decimal_comma(band.lower)} điểm"
    if band.given_for is not None:
        yield _GIVEN_FOR[band.given_for]
    if band.no_zero:
        yield f"không có tiêu chí {'0 điểm' if band.given_for is None else 'không đạt'}"
    if band.all_passed:
        yield "mọi tiêu chí đều đạt"
    if band.each_block is not None:
        yield f"mỗi mục lớn đạt ít nhất {decimal_comma(band.each_block)}% điểm"
    for requirement in band.requires:
        yield f"{requirement.text} ({requirement.condition.words(labels)})"


_GIVEN_FOR = {
    GivenFor.PASSED: "đơn vị đạt",
    GivenFor.FAILED: "đơn vị không đạt",
    GivenFor.PENDING: "đơn vị còn chờ",
    GivenFor.NONE: "chỉ do điều kiện xếp thẳng hoặc người có thẩm quyền quyết định",
}


def _quota(quota: Quota) -> str:
    among = "trong từng cụm, khối" if quota.among is Among.GROUP else "trong tất cả các đơn vị"
    at_tie = _AT_TIES[quota.at_tie]
    if quota.percent is None:
        return f"không quá {quota.count} đơn vị {among}; {at_tie}"
    of = " và ".join(f"“{name}”" for name in quota.of)
    base = f"số đơn vị {of}" if of else "số đơn vị được xếp thứ"
    rounding = _SEATS[quota.rounding]
    least = f", ít nhất {quota.least} đơn vị" if quota.least else ""
    return f"không quá {decimal_comma(quota.percent)}% {base} {among}, {rounding}{least}; {at_tie}"


_SEATS = {"down": "bỏ phần lẻ", "half_up": "từ một nửa làm tròn lên", "up": "làm tròn lên"}
_AT_TIES = {
    AtTie.NONE: "bằng hạng ở mép thì không đơn vị nào được giữ",
    AtTie.ALL: "bằng hạng ở mép thì đều được giữ",
    AtTie.MANUAL: "bằng hạng ở mép thì do người có thẩm quyền quyết định",
}


def _places(table: CriteriaSet, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if table.kind is TableKind.PASS_FAIL:
        return
    ranking = table.ranking
    if ranking.ties is not Ties.CHAIN:
        yield "Bằng điểm", _SHARED[ranking.ties]
        return
    for number, tie in enumerate(ranking.chain, 1):
        side = "cao hơn xếp trên" if tie.high else "thấp hơn xếp trên"
        words = f"{tie.text}: {tie.quantity.words(labels)}, {side}"
        yield f"Chỉ số xếp thứ, ưu tiên {number}", words
    last = "do người có thẩm quyền quyết định" if ranking.manual else "xếp cùng thứ"
    yield "Khi các chỉ số đều bằng nhau", last
    yield "Thứ kế tiếp sau các đơn vị cùng thứ", _NUMBERING[ranking.numbering]


_NUMBERING = {
    Numbering.COMPETITION: "cách quãng (1, 2, 2, 4)",
    Numbering.DENSE: "liền nhau (1, 2, 2, 3)",
}
_SHARED = {
    Ties.SHARED: "cùng thứ, thứ kế tiếp cách quãng (1, 2, 2, 4)",
    Ties.DENSE: "cùng thứ, thứ kế tiếp liền nhau (1, 2, 2, 3)",
}


def _checks(table: CriteriaSet, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(table.exempt, 1):
        said = f"{one.text}: khi {one.condition.words(labels)}"
        yield f"Không xếp loại, xếp thứ, không so sánh, trường hợp {number}", said
    for check in table.checks:
        result = "chưa xếp thứ" if check.pending else "cảnh báo"
        condition = check.condition.words(labels)
        yield (
            f"Đối chiếu {check.code}",
            f"{check.text}: phải có {condition}, nếu không thì {result}",
        )
    for step in table.calendar:
        days = " đến ".join(filter(None, (_month_day(step.opens), _month_day(step.due))))
        yield f"Lịch: {step.step}", "; ".join(filter(None, (step.who, days)))


def _month_day(written: str) -> str:
    return f"{written[3:]}/{written[:2]}" if written else ""
