"""What is said of the ranking as a whole: beside its title and under its table."""

from datetime import date

from dashboard.views.ranking_columns import ADJUSTMENT, adjusted, block_legend, same_maximum
from dashboard.wording import day_text, moment_text
from data_access.queries.scores import RankingResult
from scoring.criteria import Rounding
from scoring.numbers import decimal_comma

DRAFT = "Dự thảo"
ILLUSTRATIVE = "Số liệu minh họa"

_TIES = "Đơn vị bằng tổng điểm xếp cùng thứ; thứ kế tiếp bỏ qua (1-2-2-4)."
_CUMULATIVE = "Điểm của quý là lũy kế từ đầu năm, tạm tính; kết thúc năm mới xếp loại."
_ADJUSTED = (
    f"Cột “{ADJUSTMENT}”: quy đổi khi có tiêu chí không chấm, hoặc trừ phần vượt mức tối đa; "
    "căn cứ ghi ở bảng điểm của đơn vị."
)
_UNRANKED = "“Chưa xếp thứ” là chưa đủ căn cứ để tính tổng điểm, không phải 0 điểm."
_MODES = {
    "half_up": "từ 5 trở lên làm tròn lên",
    "half_even": "đúng một nửa thì làm tròn về chữ số chẵn",
    "down": "bỏ phần lẻ",
    "up": "còn phần lẻ thì làm tròn lên",
}


def qualifier(result: RankingResult) -> str:
    """What the title itself must say of the figures; empty when they are final."""
    if not result.period.is_year:
        return "lũy kế, tạm tính"
    return "tạm tính" if result.provisional else ""


def marks(result: RankingResult) -> tuple[str, ...]:
    said = (
        DRAFT if result.published is None else "",
        qualifier(result).capitalize(),
        ILLUSTRATIVE if result.criteria.illustrative else "",
    )
    return tuple(mark for mark in said if mark)


def notes(result: RankingResult, as_of: date | None) -> tuple[str, ...]:
    rounding = result.criteria.rounding
    said = (
        block_legend(result.cards),
        _ADJUSTED if adjusted(result.cards) else "",
        _maximum(result, rounding.places),
        "" if result.period.is_year else _CUMULATIVE,
        _TIES,
        _UNRANKED if result.ranking.unranked else "",
        _rounding(rounding),
        _basis(result),
        _as_of(result, as_of),
    )
    return tuple(note for note in said if note)


def _maximum(result: RankingResult, places: int) -> str:
    most = same_maximum(result.cards)
    if most is None:
        return ""
    return f"Tổng điểm tối đa của các tiêu chí được chấm trong kỳ: {decimal_comma(most, places)}."


def _rounding(rounding: Rounding) -> str:
    places = rounding.places
    how = "số nguyên" if places == 0 else f"{places} chữ số thập phân"
    mode = _MODES[rounding.mode]
    return (
        f"Điểm từng tiêu chí làm tròn đến {how} ({mode}); tổng điểm là tổng các điểm đã làm tròn."
    )


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
        return f"Số liệu đã công bố lúc {at} (số công bố {number})."
    return f"Số liệu đến ngày {day_text(as_of)}." if as_of else ""
