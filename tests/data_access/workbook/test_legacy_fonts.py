"""Text from before Unicode, told by its font."""

from unicodedata import normalize

import pytest

from data_access.workbook.legacy_fonts import (
    Run,
    is_legacy,
    looks_legacy,
    names_legacy_font,
    read_runs,
)
from data_access.workbook.tcvn3 import UNICODE_BY_TCVN3
from data_access.workbook.vni import UNICODE_BY_VNI

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
VOWELS = [normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES]
SMALL = [letter for letter in (*VOWELS, "đ") if not letter.isascii()]
LETTERS = SMALL + [letter.upper() for letter in SMALL]

TCVN3_BY_UNICODE = {letter: sign for sign, letter in UNICODE_BY_TCVN3.items()}
VNI_BY_UNICODE = {letter: signs for signs, letter in reversed(UNICODE_BY_VNI.items())}


def test_there_are_134_letters() -> None:
    assert len(set(LETTERS)) == 134


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_comes_back_from_tcvn3(letter: str) -> None:
    font = ".VnTimeH" if letter.isupper() else ".VnTime"
    assert read_runs([Run(font, TCVN3_BY_UNICODE[letter.lower()])]) == letter


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_comes_back_from_vni(letter: str) -> None:
    assert read_runs([Run("VNI-Times", VNI_BY_UNICODE[letter])]) == letter


@pytest.mark.parametrize(
    ("font", "typed", "text"),
    [
        (
            ".VnTime",
            "Céng hßa x· héi chñ nghÜa ViÖt Nam - §éc lËp, Tù do, H¹nh phóc",
            "Cộng hòa xã hội chủ nghĩa Việt Nam - Độc lập, Tự do, Hạnh phúc",
        ),
        (".VnTimeH", "ñy ban nh©n d©n", "ỦY BAN NHÂN DÂN"),
        (".VnArial NarrowH", "x· S¬n Hµ", "XÃ SƠN HÀ"),
        (
            "VNI-Times",
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam - Ñoäc laäp, Töï do, Haïnh phuùc",
            "Cộng hòa xã hội chủ nghĩa Việt Nam - Độc lập, Tự do, Hạnh phúc",
        ),
        ("VNI-Helve", "UÛY BAN NHAÂN DAÂN\nHUYEÄN SÔN HAØ", "ỦY BAN NHÂN DÂN\nHUYỆN SƠN HÀ"),
        (".VnTime", "12/2024 (100%)", "12/2024 (100%)"),
        (".VnTimeH", "tu-cham", "tu-cham"),  # the code of a form, in whatever font
        ("Times New Roman", "Sơn Hà", "Sơn Hà"),
    ],
)
def test_whole_lines(font: str, typed: str, text: str) -> None:
    assert read_runs([Run(font, typed)]) == text


@pytest.mark.parametrize(
    "runs",
    [
        [Run(".VnTime", "Phường")],  # Unicode letters, typed in the old font
        [Run("VNI-Times", "ế")],
        [Run("VNI-Times", "Sôn HaÙ")],  # a small letter never carries a capital's mark
        [Run(".VnTime", "X· "), Run("Times New Roman", "Néi")],  # é, or a ộ that lost its font
    ],
)
def test_what_may_be_either_is_not_guessed(runs: list[Run]) -> None:
    assert read_runs(runs) is None


def test_each_stretch_is_read_in_its_own_font() -> None:
    runs = [Run(".VnTimeH", "ñy "), Run(".VnTime", "ban x·"), Run("Arial", " Phước An")]
    assert read_runs(runs) == "ỦY ban xã Phước An"


def test_a_letter_torn_in_two_by_formatting_is_one() -> None:
    assert read_runs([Run("VNI-Times", "Haï"), Run("VNI-Times", "nh")]) == "Hạnh"
    assert read_runs([Run("VNI-Times", "Ha"), Run("VNI-Times", "ïnh")]) == "Hạnh"


def test_old_fonts_are_known_by_their_names() -> None:
    assert all(map(is_legacy, (".VnTime", ".vnarial", "VNI-Times", "vni-aptima")))
    assert not any(map(is_legacy, ("Times New Roman", "Vni", "VNtimes", "", "Verdana")))
    assert names_legacy_font(b'<name val=".VnTime"/>') and names_legacy_font(b"<x v='VNI-Times'/>")
    assert not names_legacy_font(b"<t>www.quangngai.gov.vn</t>")


@pytest.mark.parametrize(
    ("text", "is_garbled"),
    [
        ("x· S¬n Hµ", True),
        ("ñy ban nh©n d©n x·", True),
        ("§éc lËp", True),
        ("Coäng hoøa", True),
        ("Ñaõ xong", True),
        ("KÕ ho¹ch sè 12", True),
        ("nh©n d©n", True),
        ("c«ng viªn", True),
        ("thÞ trÊn", True),
        ("Đã hoàn thành, quý III; xã Phước Nguyên", False),
        ("hoãn, thuỷ lợi, ngoài, khoẻ, loại", False),
        ("5 µm; ½ ngày; §5; người dân¹; 10 m²; 30°C; «mục»", False),
        ("© Sở Nội vụ; số 1ª; dài×rộng; 5 m²/hộ", False),
        ("plain", False),
    ],
)
def test_text_that_lost_its_font_is_recognised(text: str, is_garbled: bool) -> None:
    assert looks_legacy(text) is is_garbled
