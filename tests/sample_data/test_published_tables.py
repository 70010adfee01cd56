"""Published tables as data: what they give on figures reckoned by hand, and what their own
contradictions make the check say. The arithmetic stands beside each figure."""

import re
from decimal import Decimal

import pytest

from scoring.criteria_terms import TableKind
from scoring.issues import Code
from scoring.scorecards import LineStatus, Result
from tests.tried_tables import (
    card,
    cards,
    codes,
    line,
    places,
    published,
    ranking,
    table_from,
    text_of,
    warnings_of,
)

PUBLISHED = ["hcm-5155-2025", "cantho-157-nhom-1", "cantho-157-nhom-2", "angiang-tcpl-2025"]
HCM, NHOM_1, NHOM_2, AN_GIANG = PUBLISHED
TCPL, ILLUSTRATIVE = "tcpl-qd25-2021", "minh-hoa-2579"


@pytest.mark.parametrize("name", [*PUBLISHED, TCPL])
def test_a_published_table_names_who_issued_it(name: str) -> None:
    table = published(name)
    assert table.decision is not None
    assert table.decision.issuer
    assert not table.illustrative


def test_the_illustrative_table_bears_no_decision() -> None:
    table = published(ILLUSTRATIVE)
    assert table.illustrative
    assert table.decision is None


# Thành phố Hồ Chí Minh, Công văn 5155

# 1: 4 + 3 + 2.5 = 9.5. 2: 2.1 given 5 without own premises, counted 3.5; 3.5 + 4.5 + 4 + 5 = 17.
# 3: 5 + 4 + 4.5 + 3 = 16.5. 4: 2 + 3 (two trainings) + 2.5 + 3 + 0 (nine textbooks) + 3 + 2 = 15.5.
# 5: eleven kinds of class, at most 9; 8; 5; 1.5; 120 learners a month 3: 26.5.
# Together 9.5 + 17 + 16.5 + 15.5 + 26.5 = 85.
CENTRE = (
    "@appraised.1.1=4 @appraised.1.2=3 @appraised.1.3=2.5 tru_so_rieng=0 @appraised.2.1=5 "
    "@appraised.2.2=4.5 @appraised.2.3=4 @appraised.2.4=5 @appraised.3.1=5 @appraised.3.2=4 "
    "@appraised.3.3=4.5 @appraised.3.4=3 @appraised.4.1=2 lan_tap_huan=2 @evidence.4.2=1 "
    "@appraised.4.3=2.5 @appraised.4.4=3 loai_giao_trinh=9 @evidence.4.5=1 @appraised.4.6=3 "
    "@appraised.4.7=2 loai_lop=11 @evidence.5.1=1 chuyen_de=8 @evidence.5.2=1 nguon_luc=5 "
    "@evidence.5.3=1 @appraised.5.4=1.5 luot_nguoi=120 @evidence.5.5=1"
)


def test_hcm_has_23_items_and_100_points_without_a_warning() -> None:
    table = published(HCM)
    assert (len(table.leaves()), table.max) == (23, Decimal(100))
    assert warnings_of(text_of(HCM)) == []


def test_hcm_adds_up_to_85_which_is_tot() -> None:
    found = card(published(HCM), CENTRE)
    assert [block.points for block in found.blocks] == [
        Decimal("9.50"),
        Decimal("17.00"),
        Decimal("16.50"),
        Decimal("15.50"),
        Decimal("26.50"),
    ]
    assert (found.total, found.class_name) == (Decimal("85.00"), "Tốt")


def test_hcm_without_own_premises_gives_at_most_three_and_a_half() -> None:
    table = published(HCM)
    assert line(table, CENTRE, "2.1") == Decimal("3.50")
    assert line(table, CENTRE.replace("tru_so_rieng=0", "tru_so_rieng=1"), "2.1") == Decimal("5.00")


def test_hcm_without_evidence_gives_nothing() -> None:
    # 85 − 9 for the classes nobody can show = 76, Khá.
    found = card(published(HCM), CENTRE.replace("@evidence.5.1=1", "@evidence.5.1=0"))
    assert (found.total, found.class_name) == (Decimal("76.00"), "Khá")


def test_hcm_an_average_between_the_printed_grid_has_a_class() -> None:
    # 85 − 0.25 = 84.75 stands in the printed hole between 84,5 and 85.
    found = card(published(HCM), CENTRE.replace("@appraised.1.3=2.5", "@appraised.1.3=2.25"))
    assert (found.total, found.class_name) == (Decimal("84.75"), "Khá")


# Cần Thơ, Kế hoạch 157

# 1: plan and papers, 43 × 0.4 = 17.2. 2: 40 × 80/120 = 26.666… → 26.67. 3: 66/60 is over 100 %: 20.
# 4: 20 × 108/120 = 18. Standard 81.87. 5.1: 119 of 120, nothing. 5.2: 90 % stands in two printed
# bands; the first, 88–90, gives 2. 5.3: 120 of 120, 5. Total 81.87 + 7 = 88.87.
COMMUNE = (
    "co_ke_hoach=1 co_tai_lieu=1 nguoi_duoc_hoi=50 nguoi_biet=43 tai_khoan=80 nguoi_huong=120 "
    "the_atm=66 mo_moi=60 qua_tai_khoan=108 du_truoc=0 co_tai_khoan=119 cap_nhat=120"
)
ALL = (
    "co_ke_hoach=1 co_tai_lieu=1 nguoi_duoc_hoi=50 nguoi_biet=50 du_truoc=1 "
    "tai_khoan={n} nguoi_huong={n} qua_tai_khoan={n} co_tai_khoan={n} cap_nhat={n} "
    "the_atm={new} mo_moi={new}"
)


def test_kh_157_is_115_points_and_its_only_warning_is_the_band_printed_twice() -> None:
    table = published(NHOM_1)
    assert table.max == Decimal(100)
    assert sum(leaf.max for leaf in table.leaves()) == Decimal(115)
    (found,) = warnings_of(text_of(NHOM_1))
    assert found.code is Code.BANDS_OVERLAP
    assert {found.context["first"], found.context["second"]} == {
        "từ 88 đến 90",
        "từ 90 đến dưới 95",
    }


def test_kh_157_line_by_line() -> None:
    found = card(published(NHOM_1), COMMUNE)
    assert {one.code: one.final for one in found.lines} == {
        "1": Decimal("17.20"),
        "2": Decimal("26.67"),
        "3": Decimal("20.00"),
        "4": Decimal("18.00"),
        "5.1": Decimal("0.00"),
        "5.2": Decimal("2.00"),
        "5.3": Decimal("5.00"),
    }
    assert (found.total, found.plus) == (Decimal("88.87"), Decimal("7.00"))


def test_kh_157_the_gate_without_papers_gives_nothing_and_unknown_waits() -> None:
    table = published(NHOM_1)
    assert line(table, COMMUNE.replace("co_tai_lieu=1", "co_tai_lieu=0"), "1") == Decimal("0.00")
    waiting = card(table, COMMUNE.replace("co_tai_lieu=1", "co_tai_lieu="))
    assert (waiting.total, waiting.pending) == (None, ("1",))


def test_kh_157_a_commune_with_fewer_than_fifty_recipients_waits() -> None:
    small = COMMUNE.replace("nguoi_duoc_hoi=50 nguoi_biet=43", "nguoi_duoc_hoi=30 nguoi_biet=30")
    assert card(published(NHOM_1), small).pending == ("1",)


def test_kh_157_whoever_had_every_account_before_the_plan_gets_the_bonus() -> None:
    before = COMMUNE.replace("du_truoc=0", "du_truoc=1")
    assert line(published(NHOM_1), before, "5.1") == Decimal("5.00")


def test_kh_157_the_most_is_115() -> None:
    assert card(published(NHOM_1), ALL.format(n=200, new=50)).total == Decimal("115.00")


def test_kh_157_equal_totals_are_parted_by_the_chain_and_then_by_the_council() -> None:
    table = published(NHOM_1)
    # Both 115; 80 + 80 new accounts and cards against 50 + 50.
    chain = {"A": ALL.format(n=200, new=50), "B": ALL.format(n=200, new=80)}
    assert places(table, chain) == {"A": 2, "B": 1}
    # All three indicators equal: they share the place until the council has voted.
    even = {"A": chain["A"], "B": chain["A"]}
    shared = ranking(table, even)
    assert {place.rank for place in shared.places} == {1}
    assert all(place.note for place in shared.places)
    voted = {"A": f"{chain['A']} @tie=2", "B": f"{chain['A']} @tie=1"}
    assert places(table, voted) == {"A": 2, "B": 1}


def test_kh_157_group_two_is_ranked_without_points() -> None:
    table = published(NHOM_2)
    assert table.kind is TableKind.RANK_ONLY
    assert warnings_of(text_of(NHOM_2)) == []
    found = ranking(
        table,
        {
            "A": "tai_khoan_moi=100 the_moi=50 nguoi_nhan=10",
            "B": "tai_khoan_moi=100 the_moi=60 nguoi_nhan=5",
            "C": "tai_khoan_moi=90 the_moi=90 nguoi_nhan=90",
            "D": "tai_khoan_moi= the_moi=99 nguoi_nhan=99",
        },
    )
    assert [(place.unit, place.rank, place.total) for place in found.places] == [
        ("B", 1, None),
        ("A", 2, None),
        ("C", 3, None),
    ]
    assert [one.unit for one in found.unranked] == ["D"]


# An Giang 2025: đạt, không đạt, chờ

PASSED = (
    "vb_duoc_giao=KPS vb_dung_han=KPS vb_truyen_thong=KPS vb_tu_kiem_tra=KPS danh_muc=1 "
    "dang_danh_muc=1 phai_cong_khai=12 da_cong_khai=12 yeu_cau=KPS da_cung_cap=KPS ngay_ban_hanh=7 "
    "nv_ke_hoach=9 nv_xong=9 nv_phat_sinh=KPS nv_phat_sinh_xong=KPS cds_1=0 cds_2=1 cds_3=0 "
    "cds_4=0 cds_5=0 cds_6=0 cds_7=0 cds_8=0 to_phai_kien_toan=KPS to_da_kien_toan=KPS "
    "hoa_giai_vien=KPS vu_hoa_giai=10 vu_thanh=8 ll_1=0 ll_2=0 ll_3=1 ll_4=0 so_to=10 to_ho_tro=10 "
    "tien_ho_tro=18000000 vu_thanh_tra_tien=8 vu_khong_thanh=2 tien_thu_lao=3800000"
)


def test_an_giang_everything_met_is_dat_without_a_total() -> None:
    found = card(published(AN_GIANG), PASSED)
    assert (found.result, found.class_name, found.total) == (Result.PASSED, "Đạt", None)
    assert found.line("1.1").result is Result.PASSED


@pytest.mark.parametrize(
    ("was", "instead", "leaf"),
    [
        # 7 of 10 is 70 %, under 80 %.
        ("vu_thanh=8 ", "vu_thanh=7 ", "3.2"),
        # 10 × 150.000 × 12 = 18.000.000 exactly.
        ("tien_ho_tro=18000000", "tien_ho_tro=17999999", "3.4.3"),
        # 8 × 400.000 + 2 × 300.000 = 3.800.000 at least.
        ("tien_thu_lao=3800000", "tien_thu_lao=3799999", "3.4.4"),
        ("cds_2=1", "cds_2=0", "2.5"),
        ("ngay_ban_hanh=7", "ngay_ban_hanh=8", "2.4.1"),
        ("da_cong_khai=12", "da_cong_khai=11", "2.2"),
    ],
)
def test_an_giang_one_thing_not_met_is_khong_dat(was: str, instead: str, leaf: str) -> None:
    found = card(published(AN_GIANG), PASSED.replace(was, instead))
    assert found.line(leaf).result is Result.FAILED
    assert (found.result, found.class_name) == (Result.FAILED, "Chưa đạt")


def test_an_giang_empty_is_pending_not_failed() -> None:
    found = card(published(AN_GIANG), PASSED.replace("danh_muc=1 dang", "danh_muc= dang"))
    assert found.line("2.1.1").result is Result.PENDING
    assert (found.result, found.class_name) == (Result.PENDING, None)


def test_an_giang_names_the_two_figures_that_should_agree() -> None:
    found = card(published(AN_GIANG), PASSED.replace("tra_tien=8", "tra_tien=7"))
    assert any("3.4.4" in said and "3.2" in said for said in found.warnings)
    assert card(published(AN_GIANG), PASSED).warnings == ()


# QĐ 25/2021: known points, complete conditions


def test_tcpl_says_that_ten_points_are_not_a_hundred() -> None:
    found = warnings_of(text_of(TCPL))
    assert Code.SUM_DIFFERS in codes(found)
    differs = next(one for one in found if one.code is Code.SUM_DIFFERS)
    assert (differs.context["declared"], differs.context["added"]) == ("100", "10")


@pytest.mark.parametrize(
    ("figures", "points"),
    [
        ("ban_hanh_du=1 dung_phap_luat=1", "3.00"),
        ("ban_hanh_du=1 dung_phap_luat=0", "1.00"),
        ("ban_hanh_du=0 dung_phap_luat=1", "2.00"),
        # "Trong năm không được giao nhiệm vụ" gives all three points.
        ("ban_hanh_du=KPS dung_phap_luat=KPS", "3.00"),
    ],
)
def test_tcpl_the_first_indicator(figures: str, points: str) -> None:
    assert line(published(TCPL), figures, "1.1") == Decimal(points)


def tcpl_with_points() -> str:
    """The table as it is when somebody has entered points: 30, 15, 20 and 25 on the first indicator
    of each criterion, numbers of this test alone."""
    text = text_of(TCPL)
    for code, most in (("2.1", 30), ("3.1", 15), ("4.1", 20), ("5.1", 25)):
        text, replaced = re.subn(rf'(code: "{code}".*?max: )0', rf"\g<1>{most}", text)
        assert replaced == 1
    return text


GIVEN = "ban_hanh_du=1 dung_phap_luat=1 @appraised.1.2=7 nguoi_dung_dau_ky_luat=0 "
WITHOUT_POINTS = [f"2.{n}" for n in (2, 3, 4, 5, 6)] + ["3.2", "3.3"]
WITHOUT_POINTS += [f"{block}.{n}" for block in (4, 5) for n in (2, 3, 4)] + ["4.5"]
REST = " ".join(f"@appraised.{code}=0" for code in WITHOUT_POINTS)


@pytest.mark.parametrize(
    ("given", "total", "class_name"),
    [
        # 10 + 25 + 12 + 15 + 20 = 82, every criterion at least half.
        ("25 12 15 20", "82.00", "Đạt chuẩn"),
        # 10 + 30 + 7 + 20 + 25 = 92, but 7 of 15 is under half.
        ("30 7 20 25", "92.00", "Chưa đạt chuẩn"),
        # 10 + 20 + 14 + 15 + 20 = 79.
        ("20 14 15 20", "79.00", "Chưa đạt chuẩn"),
    ],
)
def test_tcpl_recognition_needs_eighty_and_half_of_each(
    given: str, total: str, class_name: str
) -> None:
    points = zip(("2.1", "3.1", "4.1", "5.1"), given.split(), strict=True)
    written = GIVEN + " ".join(f"@appraised.{code}={one}" for code, one in points) + " " + REST
    found = card(table_from(tcpl_with_points()), written)
    assert (found.total, found.class_name) == (Decimal(total), class_name)


def test_tcpl_a_disciplined_head_is_never_recognised_and_an_unanswered_question_waits() -> None:
    table = table_from(tcpl_with_points())
    full = " ".join(
        f"@appraised.{code}={one}"
        for code, one in (("2.1", 30), ("3.1", 15), ("4.1", 20), ("5.1", 25))
    )
    struck = GIVEN.replace("ky_luat=0", "ky_luat=1") + f"{full} {REST}"
    assert card(table, struck).class_name == "Chưa đạt chuẩn"
    unknown = GIVEN.replace("ky_luat=0", "ky_luat=") + f"{full} {REST}"
    assert card(table, unknown).class_name is None


# The class rules of Cần Thơ's Quyết định 2579 on an illustrative table

# 10 + 90: everything met; the only unit is its own leader in 2.7; no petition overdue.
WARD = (
    "ke_hoach=1 @evidence.1.1=1 @appraised.1.2=4 @late.tu-cham=0 @missed.tu-cham=0 nd_cong_khai=14 "
    "nd_phat_sinh=14 ny_du=10 ny_tong=10 viec_dung=3 viec_tong=3 cuoc_lay_y_kien=4 y_kien=10 "
    "y_kien_giai_trinh=10 kn_xong=2 kn_tong=2 doi_thoai=1 thon_hop=8 thon_tong=8 don_qua_han=0 "
    "don_tong=10 bao_cao_sai=0 @recognised.any=0"
)


def test_2579_is_read_without_a_warning() -> None:
    assert warnings_of(text_of(ILLUSTRATIVE)) == []


def test_2579_three_models_make_103_for_nothing_caps_the_total() -> None:
    found = card(published(ILLUSTRATIVE), WARD.replace("recognised.any=0", "recognised.any=4"))
    assert (found.total, found.class_name) == (Decimal("103.00"), "Hoàn thành xuất sắc")


def test_2579_penalties_stop_at_three() -> None:
    # Nine false reports at 0.5 are 4.5, at most 3.
    found = card(published(ILLUSTRATIVE), WARD.replace("bao_cao_sai=0", "bao_cao_sai=9"))
    assert (found.minus, found.total) == (Decimal("-3.00"), Decimal("97.00"))


def test_2579_ninety_points_and_a_criterion_at_zero() -> None:
    zero = WARD.replace("doi_thoai=1", "doi_thoai=0")
    found = card(published(ILLUSTRATIVE), zero)
    assert (found.total, found.class_name) == (Decimal("90.00"), "Hoàn thành")
    assert "2.6" in found.note
    by_people = text_of(ILLUSTRATIVE).replace("fallthrough: next_lower", "fallthrough: manual")
    left_open = card(table_from(by_people), zero)
    assert left_open.class_name is None
    assert "2.6" in left_open.note


@pytest.mark.parametrize(
    ("struck", "class_name"),
    [
        ("khien_trach=1", "Hoàn thành tốt"),
        ("canh_cao=1", "Hoàn thành"),
        ("tham_nhung=1", "Không hoàn thành"),
        ("hinh_su=1 khien_trach=1", "Không hoàn thành"),
    ],
)
def test_2579_caps_and_vetoes(struck: str, class_name: str) -> None:
    found = card(published(ILLUSTRATIVE), f"{WARD} {struck}")
    assert (found.total, found.class_name) == (Decimal("100.00"), class_name)


def test_2579_no_self_score_is_the_lowest_class_without_a_place() -> None:
    silent = card(published(ILLUSTRATIVE), "@attr.vung=mien_nui")
    assert (silent.total, silent.class_name) == (None, "Không hoàn thành")


def test_2579_thresholds_are_three_quarters_in_the_mountains() -> None:
    # 72 of 100: in the plain between 70 and 85, 4 points; in the mountains 95 × 0.75 = 71.25, 10.
    posted = WARD.replace("ny_du=10 ny_tong=10", "ny_du=72 ny_tong=100")
    table = published(ILLUSTRATIVE)
    assert line(table, posted, "2.2") == Decimal("4.00")
    assert line(table, f"{posted} @attr.vung=mien_nui", "2.2") == Decimal("10.00")


def test_2579_what_did_not_arise_is_made_up_for_by_the_rest_of_its_block() -> None:
    # Nothing posted: the other 80 points of block 2, all earned, stand for 90.
    found = card(
        published(ILLUSTRATIVE), WARD.replace("ny_du=10 ny_tong=10", "ny_du=KPS ny_tong=KPS")
    )
    assert found.line("2.2").status is LineStatus.EXCLUDED
    assert found.line("@rescale.2").final == Decimal("10.00")
    assert found.total == Decimal("100.00")


def test_2579_measured_against_the_best_unit() -> None:
    # 6 of 8 hamlets are 75 % where the best has 100 %: 10 × 75/100.
    found = cards(
        published(ILLUSTRATIVE), {"A": WARD, "B": WARD.replace("thon_hop=8", "thon_hop=6")}
    )
    assert found["B"].line("2.7").final == Decimal("7.50")


def test_2579_a_half_point_for_each_percent_overdue() -> None:
    # 3 of 200 are 1.5 %, 0.75 points: 10 − 0.75.
    late = WARD.replace("don_qua_han=0 don_tong=10", "don_qua_han=3 don_tong=200")
    assert line(published(ILLUSTRATIVE), late, "2.8") == Decimal("9.25")


def test_2579_two_dimensions() -> None:
    # 85 % answered stands in the second row, two meetings in the second column: 5.
    asked = WARD.replace(
        "cuoc_lay_y_kien=4 y_kien=10 y_kien_giai_trinh=10",
        "cuoc_lay_y_kien=2 y_kien=20 y_kien_giai_trinh=17",
    )
    assert line(published(ILLUSTRATIVE), asked, "2.4") == Decimal("5.00")


def test_2579_equal_totals_wait_for_the_competent_body() -> None:
    table = published(ILLUSTRATIVE)
    assert places(table, {"A": WARD, "B": WARD}) == {"A": 1, "B": 1}
    assert places(table, {"A": f"{WARD} @tie=2", "B": f"{WARD} @tie=1"}) == {"A": 2, "B": 1}
