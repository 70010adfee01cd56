"""What was special about three tables that somebody made up and encoded from docs/criteria.md
alone; every result below is reckoned by hand."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from scoring.periods import parse_period
from scoring.ranking import Ranking
from scoring.scorecards import Result
from tests.scoring.builders import HEAD
from tests.tried_tables import card, cards, places, ranking, table_from

# Table 1: a year's class, few excellent units, an index that another body supplies.
COMMUNES = (
    HEAD
    + """\
rounding: {places: 2, total_places: 1}
inputs: [{key: thang, label: Số tháng hoạt động, kind: count}]
exempt: [{when: thang < 6, text: Hoạt động chưa đủ 6 tháng}]
criteria:
  - code: "1"
    text: Tỷ lệ hộ tham gia biểu quyết
    max: 6
    inputs: [{key: ho, label: Số hộ tham gia, kind: count}, {key: tong, label: Số hộ, kind: count}]
    rule:
      type: cases
      cases:
        - when: ho / tong * 100 >= 70
          rule: {type: steps, percent: {part: ho, whole: tong}, from: 70, points: 0.1, base: 3}
      otherwise: {type: steps, percent: {part: ho, whole: tong}, from: 70, direction: below,
                  points: -0.2, base: 3}
  - code: "2"
    text: Chỉ số cải cách hành chính so với bình quân
    max: 4
    inputs: [{key: chi_so, label: Chỉ số, kind: number, source: Sở Nội vụ}]
    rule: {type: versus_mean, figure: chi_so, points: 4, otherwise: 2}
classes: [{name: Xuất sắc, from: 9}, {name: Tốt, from: 7}, {name: Kém}]
vetoes:
  - {code: L1, text: Không tự chấm, class: Kém, rule: {type: veto, not_submitted: true}}
quotas: [{class: Xuất sắc, percent: 20, of: [Xuất sắc, Tốt], rounding: half_up, LEAST}]
"""
)
UNITS = {
    # 96 %: 3 + 26 × 0.1 = 5.6; 90 is above the mean: + 4 = 9.6.
    "An": "ho=96 tong=100 chi_so=90 thang=12",
    # 64.5 %: five whole steps down, 3 − 5 × 0.2 = 2; 87 is the mean itself: + 4 = 6.
    "Bình": "ho=129 tong=200 chi_so=87 thang=12",
    # Sent nothing, but its index stands in the mean: (90 + 87 + 84) ÷ 3 = 87.
    "Đông": "chi_so=84 @submitted=0",
    # Three months: were it among them the mean would be (90 + 87 + 84 + 99) ÷ 4 = 90.
    "Mới": "ho=100 tong=100 chi_so=99 thang=3",
}


def communes(least: str = "least: 1", **more: str) -> Ranking:
    return ranking(table_from(COMMUNES.replace("LEAST", least)), UNITS | more)


def test_rise_and_fall_and_the_mean_with_a_unit_that_sent_nothing() -> None:
    table = table_from(COMMUNES.replace("LEAST", "least: 1"))
    found = {unit: [line.final for line in one.lines] for unit, one in cards(table, UNITS).items()}
    assert found["An"] == [Decimal("5.60"), 4]
    assert found["Bình"] == [2, 4]
    # Scored, and compared with the others: 3 + 30 × 0.1 = 6; 99 is above 87.
    assert found["Mới"] == [6, 4]
    # 40 %: 3 − 30 × 0.2 = −3, held to 0.
    assert card(table, "ho=40 tong=100").line("1").final == 0


def test_who_sent_nothing_is_struck_and_who_is_new_is_left_alone() -> None:
    found = communes()
    assert [(one.unit, one.rank, one.total) for one in found.places] == [
        ("An", 1, Decimal("9.6")),
        ("Bình", 2, Decimal("6.0")),
    ]
    assert [(one.unit, one.class_name) for one in found.unranked] == [
        ("Mới", None),
        ("Đông", "Kém"),
    ]
    assert found.unranked[0].reason == "Hoạt động chưa đủ 6 tháng"


def test_at_least_one_unit_keeps_the_class_where_one_earns_it() -> None:
    # One unit at Tốt or better: 20 % of 1 is 0.2, rounded 0 — but at least 1.
    assert communes().places[0].class_name == "Xuất sắc"
    held = communes("at_tie: none").places[0]
    assert held.class_name == "Tốt"
    # An and Cao, 3 + 2.5 + 4 = 9.5: 20 % of 2 is 0.4, rounded 0; at least 1: the first, An.
    two = communes(Cao="ho=95 tong=100 chi_so=90 thang=12").places
    assert [(one.unit, one.class_name) for one in two][:2] == [("An", "Xuất sắc"), ("Cao", "Tốt")]
    assert two[1].note == (
        "Xuất sắc: tối đa 20% của 2 đơn vị, ít nhất 1, tức 1 đơn vị, xếp xuống Tốt"
    )


def test_a_condition_that_cannot_be_told_exempts_nobody() -> None:
    found = communes(Cao="ho=95 tong=100 chi_so=90")
    assert "Cao" in [one.unit for one in found.places]


HALF_YEAR = (
    HEAD
    + """\
criteria:
  - code: I-II
    text: Điểm chuẩn
    max: 100
    weight: 100
    children:
      - {code: I, text: t, max: 82, rule: {type: count, figure: a, points: 1}}
      - {code: II, text: t, max: 18, periods: [Y], rule: {type: count, figure: b, points: 1}}
classes: [{name: A, requires: [{when: 'share("I") >= 90', text: Phần I đạt 90%}]}, {name: B}]
"""
)


def test_a_half_year_is_brought_up_to_a_hundred() -> None:
    table = table_from(HALF_YEAR)
    # 75.68 × 100 ÷ 82 = 92.2926…; in the year 75.68 + 10 of 100.
    [half] = cards(table, {"A": "a=75.68 b=10"}, parse_period("2022-Q2")).values()
    assert (half.total, half.max) == (Decimal("92.29"), 100)
    year = card(table, "a=75.68 b=10")
    # 75.68 ÷ 82 = 92.3 %, at least 90.
    assert (year.total, year.class_name) == (Decimal("85.68"), "A")


# Table 2: five outcomes and no points.
RECOGNISED = (
    HEAD
    + """\
kind: pass_fail
criteria:
  - code: "1"
    text: Nhóm 1
    required: 1
    children:
      - {code: "1.1", text: t, rule: {type: yes_no, figure: a}}
      - {code: "1.2", text: t, rule: {type: yes_no, figure: b}}
  - {code: "2", text: t, rule: {type: yes_no, figure: c}}
classes:
  - name: Nâng cao
    requires: [all_passed, {when: xong >= han_che, text: đã khắc phục hết hạn chế}]
  - {name: Đạt chuẩn}
  - {name: Chưa đạt chuẩn, result: failed}
  - {name: Chưa đủ căn cứ, result: pending}
  - {name: Không công nhận, result: none}
vetoes:
  - {code: L1, text: Bị khởi tố, class: Không công nhận, always: true,
     rule: {type: veto, figure: v}}
  - {code: L2, text: Bị nhắc nhở, class: Chưa đạt chuẩn, rule: {type: veto, figure: w}}
"""
)
OUTCOMES = [
    ("a=1 b=1 c=1 xong=2 han_che=2", Result.PASSED, "Nâng cao", "everything, and all mended"),
    ("a=1 b=1 c=1 xong=1 han_che=2", Result.PASSED, "Đạt chuẩn", "one defect left"),
    ("a=1 b=0 c=1 xong=2 han_che=2", Result.PASSED, "Đạt chuẩn", "one of two is enough"),
    ("a=1 c=1 xong=2 han_che=2", Result.PASSED, "Đạt chuẩn", "one waits: not everything is đạt"),
    ("a=0 b=0 c=1", Result.FAILED, "Chưa đạt chuẩn", "none of two"),
    ("a=1 b=1", Result.PENDING, "Chưa đủ căn cứ", "the second group waits"),
    ("a=1 b=1 c=1 v=1 xong=0 han_che=0", Result.PASSED, "Không công nhận", "struck though đạt"),
    ("a=1 b=1 v=1", Result.PENDING, "Không công nhận", "struck while it waits"),
    ("a=1 b=1 w=1", Result.PENDING, "Chưa đủ căn cứ", "not by a veto that is not for always"),
    ("a=1 b=1 c=1 w=1 xong=0 han_che=0", Result.PASSED, "Chưa đạt chuẩn", "but by it once judged"),
    ("v=1 @submitted=0", None, "Không công nhận", "struck without a self-score"),
    ("a=1 b=1 @submitted=0", None, None, "else nothing is said without one"),
]


@pytest.mark.parametrize(
    ("written", "result", "name"), [row[:3] for row in OUTCOMES], ids=[row[3] for row in OUTCOMES]
)
def test_five_outcomes(written: str, result: Result | None, name: str | None) -> None:
    found = card(table_from(RECOGNISED), written)
    assert (found.result, found.class_name) == (result, name)


def test_the_words_say_what_waits() -> None:
    found = card(table_from(RECOGNISED), "a=1 c=1 xong=2 han_che=2")
    assert found.note == "Đạt nhưng có tiêu chí chưa đạt (1.2), xếp xuống Đạt chuẩn"
    assert card(table_from(RECOGNISED), "a=1 b=1").class_reason == "Chờ → Chưa đủ căn cứ"


# Table 3: a cluster of offices, three ways to stand to the mean, places without gaps.
CLUSTER = (
    HEAD
    + """\
inputs: [{key: thang, label: Số tháng hoạt động, kind: count}]
exempt: [{when: thang < 6, text: Dưới 06 tháng}]
criteria:
  - code: A
    text: Chỉ tiêu đăng ký
    max: 40
    rule: {type: versus_leader, percent: {part: lam, whole: dang_ky}, target: 100}
  - code: B
    text: Công khai trong cơ quan
    max: 25
    rule:
      type: checklist
      make_up: true
      items: [{figure: nd1, points: 20}, {figure: nd2, points: 3}, {figure: nd3, points: 2}]
  - code: C
    text: Mức độ phối hợp
    max: 30
    rule:
      type: combine
      how: highest
      rules:
        - {type: versus_mean, figure: phieu, points: 25, otherwise: 20}
        - {type: versus_mean, figure: phieu, equal: false, points: 30}
ranking:
  ties: chain
  chain: [{text: Sáng kiến, figure: sk}]
  then: manual
  numbering: dense
"""
)
ALL = "nd1=1 nd2=1 nd3=1"
OFFICES = {
    # 144/120 = 120 %, the highest: 40. 8.9 is above the mean (8.9 + 8.4 + 7.9 + 8.4) ÷ 4 = 8.4: 30.
    "NN": f"lam=144 dang_ky=120 {ALL} phieu=8.9 sk=1",
    # 48/50 = 96 %: 40 × 96/120 = 32, below its own 100 %: half, 16. Equal to the mean: 25.
    "TT": f"lam=48 dang_ky=50 {ALL} phieu=8.4 sk=0",
    # 108 %: 36. nd3 did not arise, nd2 is missing: 20 × 25/23 = 21.739… Below the mean: 20.
    "YT": "lam=54 dang_ky=50 nd1=1 nd2=0 nd3=KPS phieu=7.9 sk=0",
    # 40 × 96/120 ÷ 2 = 16 again, and 25 + 25: as much as TT.
    "XD": f"lam=96 dang_ky=100 {ALL} phieu=8.4 sk=0",
    # 150 % and 9.9 would be the highest and move the mean: it is not among them.
    "DT": f"lam=150 dang_ky=100 {ALL} phieu=9.9 sk=9 thang=4",
}


def cluster(**more: str) -> dict[str, list[Decimal]]:
    found = cards(table_from(CLUSTER), OFFICES | more)
    return {unit: [line.final for line in one.lines] for unit, one in found.items()}


def test_points_beside_the_cluster_without_the_new_office() -> None:
    found = cluster()
    assert found["NN"] == [40, 25, 30]
    assert found["TT"] == found["XD"] == [16, 25, 25]
    assert found["YT"] == [36, Decimal("21.74"), 20]


def test_places_after_a_shared_one_leave_no_gap() -> None:
    last = "lam=48 dang_ky=50 nd1=0 nd2=0 nd3=0 phieu=8.0"
    # The mean is then (8.9 + 8.4 + 7.9 + 8.4 + 8.0) ÷ 5 = 8.32: TT and XD have 30 for C.
    # NN 95; YT 77.74; TT and XD 16 + 25 + 30 = 71, which nothing parts; ZZ 16 + 0 + 20 = 36.
    figures, table = OFFICES | {"ZZ": last}, CLUSTER
    assert places(table_from(table), figures) == {"NN": 1, "YT": 2, "TT": 3, "XD": 3, "ZZ": 4}
    gapped = table.replace("  numbering: dense\n", "")
    assert places(table_from(gapped), figures) == {"NN": 1, "YT": 2, "TT": 3, "XD": 3, "ZZ": 5}
    voted = figures | {unit: f"{figures[unit]} @tie={n}" for n, unit in ((1, "XD"), (2, "TT"))}
    assert places(table_from(table), voted)["ZZ"] == 5


def test_with_nobody_left_to_compare_with_nothing_arose() -> None:
    only: Mapping[str, str] = {"DT": OFFICES["DT"]}
    [found] = cards(table_from(CLUSTER), only).values()
    assert found.line("C").reason.startswith("Không có đơn vị nào để so sánh")
    assert (found.total, found.unranked) == (None, "Dưới 06 tháng")
    everybody = ranking(table_from(CLUSTER), only)
    assert not everybody.places


BODIES = (
    HEAD
    + """\
kind: rank_only
inputs: [{key: a, label: A, kind: count}]
ranking: {chain: [{text: Mô hình mới, figure: a}], NUMBERING}
"""
)


def test_an_order_without_points_has_its_numbering_too() -> None:
    figures = {"X": "a=5", "Y": "a=5", "Z": "a=1"}
    for numbering, last in (("dense", 2), ("competition", 3)):
        table = table_from(BODIES.replace("NUMBERING", f"numbering: {numbering}"))
        assert places(table, figures) == {"X": 1, "Y": 1, "Z": last}


def test_the_peer_group_is_an_attribute_unless_the_unit_has_its_own() -> None:
    table = table_from(
        HEAD
        + "criteria: [{code: '1', text: t, max: 2, "
        + "rule: {type: condition, when: 'attr.group = \"N1\" and a = 1'}}]"
    )
    figures = {"X": "@group=N1 a=1", "Y": "@group=N2 a=1", "Z": "@group=N1 @attr.group=N2 a=1"}
    assert [one.total for one in cards(table, figures).values()] == [2, 0, 0]
