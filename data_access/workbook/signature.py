"""The lines under an official form: the template writes them, the parser takes none as answers."""

import re
from collections.abc import Iterable

from data_access.workbook.text import clean

PREPARED_BY = "Người lập biểu"
PREPARED_NOTE = "(Ký, ghi rõ họ tên)"
HEAD = "Thủ trưởng đơn vị"
HEAD_NOTE = "(Ký tên, đóng dấu)"
PLACE_AND_DAY = "……, ngày …… tháng …… năm ……"

_SIGNATURE = re.compile(
    r"người lập|thủ trưởng|\(ký|\(đã ký|ngày.*tháng.*năm|^nơi nhận|^tm\. |^kt\. |^tl\. |^q\. "
)


def begins_signature(text: str) -> bool:
    return _SIGNATURE.search(clean(text)) is not None


def is_signature(texts: Iterable[str]) -> bool:
    """Whether a whole row belongs to it: what is signed may also be quoted in an answer."""
    return all(begins_signature(text) for text in texts)
