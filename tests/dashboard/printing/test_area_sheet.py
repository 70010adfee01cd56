"""The sheet about a unit: one side of A4 whatever stands in it, and text that stays text."""

import pytest

from dashboard.printing.area_sheet import paper
from dashboard.printing.pdf import typeset
from dashboard.printing.profiles import PROFILES
from dashboard.views.area_sheet import AreaSheetView, Part
from tests.dashboard.printing.papers import ISSUER, pages_of

BOTH = pytest.mark.parametrize("profile", ["dang", "nha-nuoc"])
HOSTILE = ("#set text(red)", "*_$`\\", "<b>#panic()</b> @a // b", "“ngoặc” -- ...", "=1+1")


def view(*parts: Part) -> AreaSheetView:
    known = (("Trực thuộc", "Ban Chỉ đạo tỉnh"), ("Liên hệ", "Văn phòng (a@vidu.vn)"))
    scope = "Tình hình đến hết ngày 20/10/2022"
    return AreaSheetView("Phiếu địa bàn", "Ban Chỉ đạo huyện A", scope, known, parts)


def printed(shown: AreaSheetView, profile: str = "dang") -> bytes:
    return typeset("area_sheet.typ", paper(shown, PROFILES[profile], ISSUER, illustrative=True))


def full() -> AreaSheetView:
    """More than the view ever lets in, each as long as may be."""
    long, word = "Nội dung dài vừa hết chỗ dành cho nó " * 4, "x" * 60
    figures = tuple((long, "đơn vị tính", "1.234.567,89", "9.876.543,21") for _ in range(8))
    duties = tuple((long, "31/12/2022", "quá hạn 365 ngày") for _ in range(8))
    visits = tuple(("31/12/2022", "đã kết luận", long) for _ in range(3))
    told = tuple((f"{word} {long}", "12.34.56", "31/12/2022", "sắp đến hạn") for _ in range(4))
    heads = ("Số liệu", "Đơn vị tính", "Quý III năm 2022", "Quý IV năm 2022")
    return view(
        Part("Đánh giá", said=long),
        Part("Số liệu", heads, figures, left="và 40 số liệu khác", numbers=(2, 3)),
        Part("Việc", ("Việc, báo cáo", "Hạn", "Tình trạng"), duties, left="và 9 việc khác"),
        Part("Kiểm tra", ("Ngày", "Tình trạng", "Biên bản"), visits, wide=2),
        Part("Kiến nghị", ("Kiến nghị", "Tiêu chí", "Hạn", "Tình trạng"), told),
    )


@BOTH
def test_it_is_one_side_however_much_is_known(profile: str) -> None:
    (page,) = pages_of(printed(full(), profile))
    assert page.count("đã kết luận") == 3
    assert "và 9 việc khác" in page


@BOTH
def test_what_little_is_known_leaves_room_for_notes_by_hand(profile: str) -> None:
    (page,) = pages_of(printed(view(Part("Kiểm tra", said="Chưa kiểm tra lần nào.")), profile))
    for words in ("PHIẾU ĐỊA BÀN", "Ban Chỉ đạo huyện A", "Chưa kiểm tra lần nào.", "Ghi chép"):
        assert words in page
    assert "Số liệu minh họa" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_people_s_text_is_never_markup(text: str) -> None:
    (page,) = pages_of(printed(view(Part("Kiểm tra", said=text))))
    assert text in page


def test_the_same_content_is_the_same_bytes() -> None:
    assert printed(full()) == printed(full())
