"""What is said of the ranking as a whole: beside its title and under its table."""

from collections.abc import Mapping
from datetime import date

from dashboard.views.moved_units import NOBODY
from dashboard.views.publication import KINDS, correction_words, decision_words
from dashboard.views.ranking_columns import (
    ADJUSTMENT,
    Parts,
    adjusted,
    block_legend,
    same_maximum,
)
from dashboard.wording import day_text, moment_text
from data_access.queries.publications import Correction
from data_access.queries.scores import RankingResult
from scoring.criteria_terms import Rounding, TableKind, Ties
from scoring.numbers import decimal_comma

DRAFT = "Dự thảo"
ILLUSTRATIVE = "Số liệu minh họa"

_TIES: Mapping[Ties, str] = {
    Ties.SHARED: "Đơn vị bằng tổng điểm xếp cùng thứ; thứ kế tiếp bỏ qua (1-2-2-4).",
    Ties.DENSE: "Đơn vị bằng tổng điểm xếp cùng thứ; thứ kế tiếp không bỏ qua (1-2-2-3).",
    Ties.CHAIN: (
        "Đơn vị bằng tổng điểm được phân định theo các chỉ tiêu phụ của bảng tiêu chí, ghi ở cột "
        "Ghi chú."
    ),
}
_ONLY_RANKED = "Xếp thứ theo các chỉ tiêu của bảng tiêu chí, không tính điểm."
_CUMULATIVE = "Điểm của quý là lũy kế từ đầu năm, tạm tính; kết thúc năm mới xếp loại."
_ADJUSTED = (
    f"Cột “{ADJUSTMENT}”: quy đổi khi có tiêu chí không chấm, hoặc trừ phần vượt mức tối đa; "
    "căn cứ ghi ở bảng điểm của đơn vị."
)
_UNRANKED = "“Chưa xếp thứ” là chưa đủ căn cứ để tính tổng điểm, không phải 0 điểm."
ROUNDING_MODES = {
    "half_up": "từ 5 trở lên làm tròn lên",
    "half_even": "đúng một nửa thì làm tròn về chữ số chẵn",
    "down": "bỏ phần lẻ",
    "up": "còn phần lẻ thì làm tròn lên",
}


def qualifier(result: RankingResult) -> str:
    """What the title itself must say of the figures; empty when they are final."""
    year, correction = result.period.is_year, ""
    if result.published is not None:
        correction = KINDS[result.published.kind].lower()
    said = ("" if year else "lũy kế", "tạm tính" if result.provisional else "", correction)
    return ", ".join(words for words in said if words)


def marks(result: RankingResult) -> tuple[str, ...]:
    said = (
        DRAFT if result.published is None else "",
        qualifier(result).capitalize(),
        ILLUSTRATIVE if result.criteria.illustrative else "",
    )
    return tuple(mark for mark in said if mark)


def notes(
    result: RankingResult, parts: Parts, as_of: date | None, correction: Correction | None
) -> tuple[str, ...]:
    kind = result.criteria.kind
    said = (
        block_legend(result.cards),
        *(_of_points(result, parts) if kind is TableKind.POINTS else ()),
        _ONLY_RANKED if kind is TableKind.RANK_ONLY else "",
        _basis(result),
        _as_of(result, as_of),
        _correction(correction),
        NOBODY if correction and not correction.moved else "",
    )
    return tuple(note for note in said if note)


def _of_points(result: RankingResult, parts: Parts) -> tuple[str, ...]:
    rounding = result.criteria.rounding
    return (
        _ADJUSTED if adjusted(result.cards, parts) else "",
        _maximum(result, rounding.places),
        "" if result.period.is_year else _CUMULATIVE,
        _TIES[result.criteria.ties],
        _UNRANKED if result.ranking.unranked else "",
        _rounding(rounding),
    )


def _maximum(result: RankingResult, places: int) -> str:
    most = same_maximum(result.cards)
    if most is None:
        return ""
    return f"Tổng điểm tối đa của các tiêu chí được chấm trong kỳ: {decimal_comma(most, places)}."


def _rounding(rounding: Rounding) -> str:
    how, mode = _places(rounding.places), ROUNDING_MODES[rounding.mode]
    total = "tổng điểm là tổng các điểm đã làm tròn"
    if rounding.of_total != rounding.places:
        total += f", làm tròn đến {_places(rounding.of_total)}"
    return f"Điểm từng tiêu chí làm tròn đến {how} ({mode}); {total}."


def _places(places: int) -> str:
    return "số nguyên" if places == 0 else f"{places} chữ số thập phân"


def _basis(result: RankingResult) -> str:
    head = result.criteria
    decided = [f"số {head.decision}"] if head.decision else []
    if head.decided_on:
        decided.append(f"ngày {day_text(head.decided_on)}")
    if head.issuer:
        decided.append(f"của {head.issuer}")
    issued = f", ban hành theo văn bản {' '.join(decided)}" if decided else ""
    return f"Căn cứ chấm điểm: {head.title}, phiên bản {head.version}{issued}."


def _as_of(result: RankingResult, as_of: date | None) -> str:
    if result.published is not None:
        at, number = moment_text(result.published.at), result.published.number
        decision = decision_words(result.published)
        under = f", theo văn bản {decision}" if decision else ""
        return f"Số liệu đã công bố lúc {at} (số công bố {number}){under}."
    return f"Số liệu đến ngày {day_text(as_of)}." if as_of else ""


def _correction(correction: Correction | None) -> str:
    if correction is None:
        return ""
    words = correction_words(correction)
    return words if words.endswith(".") else f"{words}."
