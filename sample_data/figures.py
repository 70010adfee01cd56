"""A committee's illustrative figures for a quarter: cumulative from 1 January, never falling."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sample_data.committees import Committee
from scoring.facts import NO, YES, Absent, Value

STOCK = (100, 100, 100, 100)
FLOW = (22, 47, 74, 100)


@dataclass(frozen=True)
class Ratio:
    """What was done of what was due. `per_size` of the whole is due in a year; `due` and `pace`
    say which share of it, in percent, has fallen due and got done by each quarter's end."""

    part: str
    whole: str
    rate: str
    size: str
    per_size: Decimal = Decimal(1)
    due: tuple[int, ...] = STOCK
    pace: tuple[int, ...] = STOCK


RATIOS = (
    Ratio("don_vi_co_ke_hoach", "don_vi_truc_thuoc", "van_ban", "don_vi", pace=(85, 95, 100, 100)),
    Ratio("niem_yet_du_ngay", "niem_yet_tong", "niem_yet", "xa", Decimal(26), FLOW),
    Ratio("viec_thong_qua", "viec_phai_ban", "dan_ban", "thon", Decimal("0.7"), FLOW),
    Ratio("du_thao_lay_y_kien", "du_thao_phai_lay", "dan_ban", "xa", Decimal(3), FLOW),
    Ratio("xa_doi_thoai", "xa_tong", "doi_thoai", "xa", pace=(20, 50, 85, 100)),
    Ratio("thon_da_hop", "thon_tong", "dan_ban", "thon"),
    Ratio("xa_chuan_phap_luat", "xa_danh_gia", "phap_luat", "xa"),
    Ratio("thon_ra_soat", "thon_co_huong_uoc", "huong_uoc", "thon"),
    Ratio("co_quan_hoi_nghi", "co_quan_tong", "co_quan", "co_quan", pace=(98, 100, 100, 100)),
    Ratio("co_quan_cong_khai", "co_quan_tong", "quy_che", "co_quan", pace=(94, 97, 100, 100)),
    Ratio("co_quan_quy_che", "co_quan_tong", "quy_che", "co_quan", pace=(92, 96, 99, 100)),
    Ratio("dn_hoi_nghi", "dn_tong", "doanh_nghiep", "doanh_nghiep", pace=(60, 85, 95, 100)),
    Ratio("dn_doi_thoai", "dn_tong", "doanh_nghiep", "doanh_nghiep", pace=(55, 85, 95, 100)),
    Ratio("don_dung_han", "don_tong", "don_thu", "co_quan", Decimal("1.8"), FLOW),
    Ratio("kien_nghi_giai_quyet", "kien_nghi_tong", "kien_nghi", "co_quan", Decimal("0.6"), FLOW),
    Ratio("han_che_khac_phuc", "han_che_tong", "khac_phuc", "co_quan", Decimal("0.3"), FLOW),
)


def figures(committee: Committee, quarter: int) -> Mapping[str, Value]:
    """Every figure the table of criteria can ask for; a form takes those it has fields for."""
    found = dict(_ratios(committee, quarter))
    found |= _meetings(committee, quarter)
    found |= _yes_no(committee)
    found |= _checklist(committee)
    for key in _EVENTS:
        found[key] = Decimal(0)
    for key, values in committee.events.items():
        found[key] = Decimal(values[quarter - 1])
    return found


_EVENTS = (
    *("khieu_nai_dong_nguoi", "bao_cao_sai", "diem_nong", "mo_hinh_dan_van_kheo", "sang_kien"),
    *("tham_nhung", "mat_doan_ket", "cach_chuc", "hinh_su", "khien_trach", "canh_cao"),
)
_OF_COMMUNES = frozenset({"xa", "thon"})


def _ratios(committee: Committee, quarter: int) -> Iterator[tuple[str, Value]]:
    for ratio in RATIOS:
        part, whole = _ratio(committee, ratio, quarter)
        yield ratio.part, part
        yield ratio.whole, whole


def _ratio(committee: Committee, ratio: Ratio, quarter: int) -> tuple[Value, Value]:
    size = committee.sizes[ratio.size]
    if not size:
        absent = Absent.NOT_APPLICABLE if ratio.size in _OF_COMMUNES else Absent.NOT_ARISEN
        return absent, absent
    whole = int(size * ratio.per_size) * ratio.due[quarter - 1] // 100
    if not whole:
        return Absent.NOT_ARISEN, Absent.NOT_ARISEN
    rate = committee.rates[ratio.rate] * ratio.pace[quarter - 1]
    return Decimal((whole * rate + 5000) // 10000), Decimal(whole)


def _meetings(committee: Committee, quarter: int) -> Mapping[str, Value]:
    held = quarter if committee.rates["hop"] == 100 else quarter * 3 // 4
    # A secretary receives people one day a month; a commune's, two.
    days = 3 * quarter * (1 + 2 * committee.sizes["xa"])
    return {
        "cuoc_phai_hop": Decimal(quarter),
        "cuoc_da_hop": Decimal(max(1, held)),
        "ngay_phai_tiep": Decimal(days),
        "ngay_da_tiep": Decimal((days * committee.rates["tiep_dan"] + 50) // 100),
        "hoi_nghi_quan_triet": Decimal(committee.quan_triet * (quarter + 1) // 5),
        "cuoc_kiem_tra": Decimal(committee.kiem_tra * quarter // 4),
    }


def _yes_no(committee: Committee) -> Mapping[str, Value]:
    small = committee.sizes["co_quan"] < 40
    return {
        "ke_hoach": YES,
        "kien_toan_quyet_dinh": YES,
        "kien_toan_quy_che": YES,
        "kien_toan_phan_cong": YES,
        # The small committees work without a supporting group.
        "kien_toan_to_giup_viec": NO if small else YES,
    }


def _checklist(committee: Committee) -> Mapping[str, Value]:
    return {f"ck_{item:02}": _disclosed(committee, item) for item in range(1, 15)}


def _disclosed(committee: Committee, item: int) -> Value:
    if not committee.sizes["xa"]:
        return Absent.NOT_APPLICABLE
    if item in committee.not_arisen:
        return Absent.NOT_ARISEN
    return NO if item in committee.not_disclosed else YES
