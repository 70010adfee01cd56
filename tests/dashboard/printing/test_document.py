from dataclasses import replace
from datetime import date

import pytest

from dashboard.printing.document import document_for
from dashboard.printing.issuer import issuer_of
from dashboard.printing.profiles import PARTY, STATE
from scoring.units import Unit
from tests.dashboard.printing.papers import ISSUER, draft_quarter, published_year


def paper(profile=PARTY, issuer=ISSUER, day=None, number=None, table=None):
    return document_for(table or published_year(), profile, issuer, day, number)


def test_a_party_number_has_no_colon_and_a_hyphen():
    assert " ".join(paper().number.split()) == "Số -…/BCĐ"
    assert paper(number="05-BC/BCĐ").number == "Số 05-BC/BCĐ"


def test_a_state_number_has_a_colon_and_a_slash():
    assert " ".join(paper(STATE).number.split()) == "Số: /…-BCĐ"
    assert paper(STATE, number="05/BC-BCĐ").number == "Số: 05/BC-BCĐ"


def test_an_unknown_day_is_left_blank():
    assert paper().place_and_day == "Quảng Ngãi, ngày …… tháng …… năm ………"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2023, 1, 5), "ngày 05 tháng 01 năm 2023"),
        (date(2023, 2, 12), "ngày 12 tháng 02 năm 2023"),
        # Only the months that a digit could turn into another are padded.
        (date(2023, 3, 9), "ngày 09 tháng 3 năm 2023"),
        (date(2023, 12, 31), "ngày 31 tháng 12 năm 2023"),
    ],
)
def test_days_and_the_first_two_months_are_padded(day, written):
    assert paper(day=day).place_and_day == f"Quảng Ngãi, {written}"


def test_the_head_of_a_steering_committee_signs_directly():
    assert paper().signature == ("TRƯỞNG BAN",)


def test_a_deputy_signs_for_the_head_as_each_side_writes_it():
    deputy = replace(ISSUER, deputy_signs=True)

    assert paper(issuer=deputy).signature == ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
    assert paper(STATE, issuer=deputy).signature == ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")


def test_a_collective_line_is_a_matter_of_the_profile():
    profile = replace(PARTY, collective="T/M BAN CHỈ ĐẠO")

    assert paper(profile).signature == ("T/M BAN CHỈ ĐẠO", "TRƯỞNG BAN")


def test_the_superior_body_follows_the_profile():
    assert paper().superior == "TỈNH ỦY QUẢNG NGÃI"
    assert paper(STATE).superior == "UBND TỈNH QUẢNG NGÃI"


def test_the_last_recipient_is_the_archive():
    assert paper().recipients[-1] == "- Lưu Văn phòng Tỉnh ủy."
    assert paper(STATE).recipients[-1] == "- Lưu: VT."


def test_draft_and_illustrative_marks_come_from_the_table():
    marked, clean = paper(table=draft_quarter()), paper()

    assert (marked.draft, marked.illustrative) == ("DỰ THẢO", "Số liệu minh họa")
    assert marked.qualifier == "(lũy kế, tạm tính)"
    assert (clean.draft, clean.illustrative, clean.running, clean.qualifier) == ("", "", "", "")


def test_a_unit_without_attributes_leaves_its_place_open():
    issuer = issuer_of(Unit("B", "Ban Chỉ đạo", "ban-chi-dao-tinh"))

    assert paper(issuer=issuer).place_and_day.startswith("…, ngày")
    assert paper(issuer=issuer).superior == "TỈNH ỦY …"


def test_a_units_attributes_set_head_and_signature():
    attributes = {
        "place": "Đồng Nai",
        "letterhead": "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở",
        "parent_body": "Thành ủy Đồng Nai",
        "head": "PHÓ BÍ THƯ; kiêm; TRƯỞNG BAN",
        "signer": "Nguyễn Văn A",
        "recipients": "Thường trực Thành ủy (b/c); Lưu trữ",
    }
    found = paper(issuer=issuer_of(Unit("B", "Ban", "x", attributes=attributes)))

    assert found.superior == "THÀNH ỦY ĐỒNG NAI"
    assert found.issuer == "BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ Ở CƠ SỞ"
    assert found.signature == ("PHÓ BÍ THƯ", "kiêm", "TRƯỞNG BAN")
    assert found.signer == "Nguyễn Văn A"
    assert found.recipients[0] == "- Thường trực Thành ủy (b/c),"


def test_the_paper_is_turned_only_when_the_columns_do_not_fit():
    assert paper(table=published_year()).paper.landscape
    assert not paper(table=draft_quarter()).paper.landscape
