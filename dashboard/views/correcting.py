"""A correction before it is made: whose figures it reads anew, and what it would move."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.views.moved_units import NOBODY
from dashboard.views.publication import moved_table
from dashboard.views.table import Table
from dashboard.wording import vietnamese_order
from data_access.queries.publications import Correction

ALL_ANEW = (
    "Chưa đơn vị nào được mở lại điểm từ lần công bố trước. Đính chính sẽ tính lại tất cả đơn vị "
    "theo số liệu, thẩm định hiện nay. Đề nghị xem kỹ bảng dưới đây trước khi công bố."
)
THESE_ANEW = "Tính lại {count} đơn vị được mở lại điểm: {units}. Đơn vị khác giữ điểm đã công bố."


@dataclass(frozen=True)
class Preview:
    """`refused`: why this kind of correction cannot be made now."""

    said: tuple[str, ...] = ()
    table: Table | None = None
    refused: str = ""


def preview(correction: Correction, labels: Mapping[str, str]) -> Preview:
    units = sorted((labels.get(one, one) for one in correction.anew), key=vietnamese_order)
    anew = THESE_ANEW.format(count=len(units), units=", ".join(units)) if units else ALL_ANEW
    return Preview((anew,) if correction.moved else (anew, NOBODY), moved_table(correction, labels))
