"""A table in words, and what changed between two of them."""

import pytest

from scoring.criteria_diff import difference
from scoring.criteria_words import criteria_in_words
from scoring.table_words import table_in_words
from tests.scoring.builders import table_of
from tests.scoring.test_criteria_extensions import PASS_FAIL, RANK_ONLY, WHOLE

LEAF = """\
criteria:
  - code: "1"
    text: Tỷ lệ
    max: 5
    periods: [Q4, Y]
    article: Điều 3
    not_arisen: full
    missing: zero
    evidence: {missing: deduct, points: 0.5, required: 2}
    inputs:
      - {key: a, label: Phần, kind: count, unit: thôn, absences: [KPS]}
      - {key: b, label: Tổng, kind: number, least: 1, most: 9}
    rule: {type: proportional, part: a, whole: b}
"""


def test_a_line_says_all_of_a_criterion() -> None:
    [line] = criteria_in_words(table_of(LEAF))
    assert (line.code, line.level, line.text, line.max) == ("1", 0, "Tỷ lệ", "5")
    assert line.rule == (
        "5 điểm × tỷ lệ % Phần trên Tổng. Cần 2 minh chứng, thiếu mỗi cái trừ 0,5 điểm"
    )
    assert (line.periods, line.article) == ("quý IV, năm", "Điều 3")
    assert line.absent == "Không phát sinh: tính đủ điểm; Không báo cáo: tính 0 điểm"
    assert line.asked == "Phần (thôn, được ghi KPS); Tổng (từ 1, đến 9, 2 chữ số thập phân)"


def test_blocks_stand_above_their_criteria() -> None:
    lines = {line.code: line for line in criteria_in_words(table_of(WHOLE))}
    assert [(line.code, line.level, line.parent) for line in lines.values()] == [
        ("1", 0, ""),
        ("1.1", 1, "1"),
        ("1.1.1", 2, "1.1"),
        ("1.1.2", 2, "1.1"),
        ("1.2", 1, "1"),
        ("1.3", 1, "1"),
        ("T", 0, ""),
        ("T1", 1, "T"),
        ("L1", 0, ""),
    ]
    assert lines["1"].rule == (
        "Cả mục (kể cả điểm thưởng, trừ) không quá 18 điểm; Cả mục không dưới -1 điểm; "
        "Quy đổi về 20 điểm (trọng số)"
    )
    assert lines["1.1"].rule == "Chỉ tính 1 nội dung cao điểm nhất"
    assert (lines["1.2"].max, lines["T1"].max) == ("+2", "không giới hạn")
    assert lines["1.3"].rule == (
        "Theo V: từ 2: 4 điểm; ngoài các mức: 0 điểm. Khi [V] = 1: điểm chuẩn là 3,5. "
        "Khi [V] = 2: được nhiều nhất 3 điểm. Khi [V] = 1: các mốc nhân với 0,75. "
        "Làm tròn 0 chữ số thập phân, từ một nửa trở lên làm tròn lên"
    )
    assert lines["L1"].rule == "Khi [N] > 3 → Không xếp loại"


def test_a_table_without_points_says_how_a_block_is_passed() -> None:
    block, *_ = criteria_in_words(table_of(PASS_FAIL))
    assert block.rule == "Đạt khi ít nhất 1 nội dung trong mục đạt"


def words(body: str) -> dict[str, str]:
    return {line.what: line.words for line in table_in_words(table_of(body))}


def test_the_whole_table_in_words() -> None:
    said = words(WHOLE)
    assert said["Xếp loại “Tốt”"] == (
        "từ 15 điểm; không có tiêu chí 0 điểm; mỗi mục lớn đạt ít nhất 50% điểm; "
        "Trên 2 điểm (điểm mục 1.3 > 2)"
    )
    assert said["Khống chế “Tốt”"] == (
        "không quá 20% số đơn vị “Tốt” trong tất cả các đơn vị, làm tròn lên; "
        "bằng hạng ở mép thì do người có thẩm quyền quyết định"
    )
    assert said["Chỉ số xếp thứ, ưu tiên 1"] == "V: V, thấp hơn xếp trên"
    assert said["Khi các chỉ số đều bằng nhau"] == "do người có thẩm quyền quyết định"
    assert said["Đối chiếu K1"] == "phải bằng: phải có [N] = [V], nếu không thì chưa xếp thứ"
    assert said["Lịch: Tự chấm"] == "Đơn vị; 10/12 đến 15/12"
    assert said["Số liệu khác"] == "N (do Thanh tra tỉnh cung cấp)"
    assert said["Làm tròn tổng điểm"] == "1 chữ số thập phân"
    assert said["Sàn tổng điểm"] == "-3"


def test_a_table_that_only_ranks_speaks_of_no_points() -> None:
    said = words(RANK_ONLY)
    assert said["Loại bảng"] == "Chỉ xếp thứ tự, không chấm điểm"
    assert "Tổng điểm chuẩn" not in said
    assert said["Khi các chỉ số đều bằng nhau"] == "xếp cùng thứ"


OTHERS = """\
decision: {number: 01-HD/BCĐ, date: 2022-03-24, issuer: Ban Chỉ đạo tỉnh}
in_force: {from: 2022-01-01, to: 2022-12-31}
criteria:
  - code: "1"
    text: Mục
    max: 2
    cap: true
    children:
      - code: "1.1"
        text: t
        max: 2
        not_applicable: exclude
        evidence: {missing: zero}
        inputs: [{key: a, label: A, kind: yes_no}]
        rule: {type: yes_no, figure: a}
classes: [{name: Tốt, from: 1, from_open: true}, {name: Kém}]
class_caps: [{code: H, text: t, at_most: Kém, rule: {type: veto, figure: a}}]
quotas: [{class: Tốt, count: 3}]
ranking: {ties: dense}
"""


def test_limits_and_dates_in_words() -> None:
    said = words(OTHERS)
    assert said["Văn bản ban hành"] == "01-HD/BCĐ ngày 24/03/2022 Ban Chỉ đạo tỉnh"
    assert said["Hiệu lực"] == "từ 01/01/2022 đến 31/12/2022"
    assert said["Xếp loại “Tốt”"] == "trên 1 điểm"
    assert said["Khống chế “Tốt”"] == (
        "không quá 3 đơn vị trong từng cụm, khối; bằng hạng ở mép thì không đơn vị nào được giữ"
    )
    assert said["Bằng điểm"] == "cùng thứ, thứ kế tiếp liền nhau (1, 2, 2, 3)"
    block, leaf, held = criteria_in_words(table_of(OTHERS))
    assert held.rule == "A: Có → Xếp loại không quá “Kém”"
    assert block.rule == "Cả mục không quá 2 điểm"
    assert leaf.rule.endswith("Không có minh chứng: 0 điểm")
    assert leaf.absent == "Không áp dụng: không tính điểm và điểm chuẩn"


def test_a_table_without_points_speaks_of_no_places() -> None:
    assert not [what for what in words(PASS_FAIL) if "hạng" in what or "Bằng điểm" in what]


def changed(before: str, after: str) -> list[tuple[str, str]]:
    found = difference(table_of(LEAF), table_of(LEAF.replace(before, after)))
    return [(change.code, change.said) for change in found]


CHANGES = [
    ("max: 5", "max: 4", ("1", "Đổi điểm tối đa: 5 → 4"), "the maximum"),
    ("text: Tỷ lệ", "text: Số", ("1", "Đổi nội dung: Tỷ lệ → Số"), "the text"),
    ("[Q4, Y]", "[Y]", ("1", "Đổi kỳ chấm: quý IV, năm → năm"), "the periods"),
    ("Điều 3", "Điều 4", ("1", "Đổi căn cứ: Điều 3 → Điều 4"), "the article"),
    (
        "    article: Điều 3\n",
        "",
        ("1", "Đổi căn cứ: Điều 3 → (không có)"),
        "an article left out",
    ),
    (
        "whole: b}",
        "whole: b, full_at: 80}",
        (
            "1",
            "Đổi cách chấm: 5 điểm × tỷ lệ % Phần trên Tổng. Cần 2 minh chứng, thiếu mỗi cái trừ "
            "0,5 điểm → 5 điểm × tỷ lệ % Phần trên Tổng (đạt 80% là đủ điểm). Cần 2 minh chứng, "
            "thiếu mỗi cái trừ 0,5 điểm",
        ),
        "the rule",
    ),
    (
        "criteria:",
        "bonus_cap: 3\ncriteria:",
        ("", "Đổi trần điểm thưởng: không giới hạn → 3"),
        "cap",
    ),
    (
        "criteria:",
        "classes: [{name: Đạt}]\ncriteria:",
        ("", "Thêm xếp loại “Đạt”: các trường hợp còn lại"),
        "a class",
    ),
]


@pytest.mark.parametrize(
    ("before", "after", "expected"), [row[:3] for row in CHANGES], ids=[row[3] for row in CHANGES]
)
def test_a_change_in_words(before: str, after: str, expected: tuple[str, str]) -> None:
    assert expected in changed(before, after)


STANDS = """\
kind: pass_fail
criteria: [{code: "1", text: t, rule: {type: yes_no, figure: a}}]
exempt: [{when: thang < 6, text: Mới thành lập}]
classes:
  - {name: Nâng cao, requires: [all_passed]}
  - {name: Chưa đạt, result: failed}
  - {name: Chờ, result: pending}
  - {name: Không, result: none}
vetoes: [{code: L, text: t, class: Không, always: true, rule: {type: veto, figure: v}}]
"""


def test_what_each_class_is_for_and_who_has_none_in_words() -> None:
    said = words(STANDS)
    assert said["Xếp loại “Nâng cao”"] == "đơn vị đạt; mọi tiêu chí đều đạt"
    assert said["Xếp loại “Chưa đạt”"] == "đơn vị không đạt"
    assert said["Xếp loại “Chờ”"] == "đơn vị còn chờ"
    assert said["Xếp loại “Không”"].startswith("chỉ do điều kiện xếp thẳng")
    exempt = said["Không xếp loại, xếp thứ, không so sánh, trường hợp 1"]
    assert exempt == "Mới thành lập: khi [thang] < 6"
    assert criteria_in_words(table_of(STANDS))[-1].rule.endswith(
        "; cả khi chưa xếp loại hoặc còn chờ"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (", always: true", ""),
        ("result: pending", "result: passed"),
        ("[all_passed]", "[no_zero]"),
        ("thang < 6", "thang < 5"),
    ],
)
def test_no_change_of_standing_goes_unsaid(before: str, after: str) -> None:
    [change] = difference(table_of(STANDS), table_of(STANDS.replace(before, after)))
    assert change.before != change.after


def test_the_same_table_has_no_difference() -> None:
    assert difference(table_of(WHOLE), table_of(WHOLE)) == ()


def test_criteria_come_and_go() -> None:
    more = table_of(LEAF + '  - {code: "2", text: Mới, max: 1, rule: {type: assessed}}\n')
    added, *_ = difference(table_of(LEAF), more)
    left, *_ = difference(more, table_of(LEAF))
    said = "Mới (1 điểm): Cơ quan thẩm định cho điểm"
    assert (added.code, added.said) == ("2", f"Thêm tiêu chí: {said}")
    assert (left.code, left.said) == ("2", f"Bỏ tiêu chí: {said}")


A, B = (f"code: {code}, text: t, max: 1, rule: {{type: assessed}}" for code in "AB")


def test_another_order_is_said() -> None:
    [change] = difference(
        table_of(f"criteria: [{{{A}}}, {{{B}}}]"), table_of(f"criteria: [{{{B}}}, {{{A}}}]")
    )
    assert change.said == "Đổi thứ tự các tiêu chí: A, B → B, A"


def test_a_criterion_that_moved_is_said() -> None:
    both = f"criteria: [{{code: N, text: t, children: [{{{A}}}, {{{B}}}]}}]"
    apart = f"criteria: [{{code: N, text: t, children: [{{{A}}}]}}, {{{B}}}]"
    changes = [(c.code, c.said) for c in difference(table_of(both), table_of(apart))]
    assert ("B", "Chuyển mục: N → (ngoài các mục)") in changes


def test_what_reads_alike_but_looks_elsewhere_is_said() -> None:
    other = LEAF.replace("key: a", "key: c").replace("part: a", "part: c")
    [change] = difference(table_of(LEAF), table_of(other))
    assert change.said == "Đổi khóa số liệu hoặc tham số không in: a, b → c, b"
