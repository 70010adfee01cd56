import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from dashboard.printing import print_ranking
from dashboard.views.ranking import ranking_table
from tests.dashboard.printing.papers import (
    ISSUER,
    corrected_year,
    draft_quarter,
    pages_of,
    published_year,
)
from tests.dashboard.views.rankings_by_hand import FOUR, MOVED, WAITING, card, many, result

BOTH = pytest.mark.parametrize("profile", ["dang", "nha-nuoc"])
HOSTILE = ("=1+1", "#set text(red)", "*_$`\\", "<b>#panic()</b> @a // b", "“ngoặc” 'đơn' -- ...")


def printed(table, profile="dang", **more):
    return print_ranking(table, profile, "pdf", issuer=ISSUER, **more)


@BOTH
def test_every_unit_with_its_total_and_place_is_on_the_paper(profile):
    text = " ".join(pages_of(printed(published_year(), profile)))

    for row in published_year().rows:
        assert " ".join(cell.text for cell in row.cells if cell.text) in text


@BOTH
def test_the_same_content_is_the_same_bytes(profile):
    assert printed(draft_quarter(), profile) == printed(draft_quarter(), profile)


def test_another_process_prints_the_same_bytes(tmp_path):
    program = (
        "import sys, hashlib\n"
        "from tests.dashboard.printing.test_pdf import draft_quarter, print_ranking, ISSUER\n"
        "for kind in ('pdf', 'xlsx'):\n"
        "    made = print_ranking(draft_quarter(), 'dang', kind, issuer=ISSUER)\n"
        "    print(hashlib.sha256(made).hexdigest())\n"
    )

    def run(seed):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        command = [sys.executable, "-c", program]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert run("1") == run("2")


def test_many_threads_print_at_once():
    tables = [draft_quarter(), published_year()] * 4
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(printed, tables))

    assert made[:2] * 3 == made[2:]


@BOTH
def test_unknown_day_and_number_are_blank_and_never_todays(profile):
    text = " ".join(pages_of(printed(draft_quarter(), profile)))

    assert "ngày …… tháng …… năm ………" in text
    today = date.today()
    assert f"năm {today.year}" not in text
    assert f"{today:%d/%m/%Y}" not in text


def test_a_known_day_and_number_are_printed():
    text = pages_of(printed(published_year(), day=date(2023, 1, 5), number="07-BC/BCĐ"))[0]

    assert "Số 07-BC/BCĐ" in text
    assert "Quảng Ngãi, ngày 05 tháng 01 năm 2023" in text


@BOTH
def test_a_draft_quarter_says_so_on_the_paper(profile):
    text = " ".join(pages_of(printed(draft_quarter(), profile)))

    assert "DỰ THẢO" in text
    assert "(lũy kế, tạm tính)" in text
    assert "(Số liệu minh họa)" in text


@BOTH
def test_a_published_year_carries_no_mark(profile):
    text = " ".join(pages_of(printed(published_year(), profile)))

    for mark in ("DỰ THẢO", "tạm tính", "minh họa"):
        assert mark not in text


def test_what_people_wrote_stays_text():
    cards = [card(name, "9.00", f"8{index}.00") for index, name in enumerate(HOSTILE)]
    text = " ".join(pages_of(printed(ranking_table(result(cards)))))

    for name in HOSTILE:
        assert name in text


def test_a_word_longer_than_its_column_is_broken():
    cards = [card("Đ" * 120, "9.00", "80.00")]
    text = " ".join(pages_of(printed(ranking_table(result(cards)))))

    assert text.replace(" ", "").count("Đ" * 120) == 1


def test_two_hundred_rows_repeat_the_head_and_number_the_pages():
    table = ranking_table(result(many(200)))
    pages = pages_of(printed(table))

    assert len(pages) > 8
    assert all("TT Đơn vị Mục 1 Mục 2" in page for page in pages)
    assert [page.split()[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
    assert sum(page.count("Ban Chỉ đạo thực hiện") for page in pages) == 200


@pytest.mark.parametrize("units", range(5, 24))
def test_signatures_stay_whole_and_never_stand_without_a_row(units):
    pages = pages_of(printed(ranking_table(result(many(units)))))
    last = pages[-1]

    assert "TRƯỞNG BAN" in last
    assert "Nơi nhận:" in last
    assert "Lưu Văn phòng Tỉnh ủy." in last
    assert "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở xã" in last


@BOTH
def test_a_correction_shows_whom_it_moved_and_what_it_corrects(profile):
    text = " ".join(pages_of(printed(corrected_year(), profile)))

    assert "Đơn vị Xếp thứ Tổng điểm Xếp loại" in text
    assert "Ba Tơ 3 → 2 88,50 → 89,50 Hoàn thành → Hoàn thành tốt" in text
    assert "(văn bản số 12-QĐ/BCĐ ngày 12/01/2023): Cộng nhầm mục 2." in text


def test_a_correction_of_a_hundred_units_runs_over_pages_up_to_the_signatures():
    moved = tuple(replace(MOVED[0], name=f"Xã {number}") for number in range(100))
    pages = pages_of(printed(corrected_year(moved)))

    assert sum(page.count("3 → 2") for page in pages) == 100
    assert "Xã 99" in pages[-1]
    assert "TRƯỞNG BAN" in pages[-1]


def test_a_groups_name_stands_with_its_first_unit():
    cards = [replace(one, group=f"Cụm {index % 12}") for index, one in enumerate(many(48))]
    table = ranking_table(result(cards))
    pages = pages_of(printed(table))

    for group in table.groups:
        start = f"{group.heading} 1 {group.rows[0].cells[1].text} "
        assert any(start in page for page in pages), group.heading


@BOTH
def test_one_family_of_type_throughout(profile, tmp_path):
    if not shutil.which("pdffonts"):
        if os.environ.get("QCDC_REQUIRE_ALL") == "1":
            pytest.fail("pdffonts (poppler-utils) is missing")
        pytest.skip("pdffonts (poppler-utils) is missing")
    file = tmp_path / "a.pdf"
    file.write_bytes(printed(ranking_table(result((*FOUR, WAITING), published=False)), profile))
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()[2:]]

    assert rows
    for row in rows:
        assert row[0].partition("+")[2].startswith("LibertinusSerif-"), row
