from tests.dashboard.pages.conftest import Open
from tests.dashboard.pages.shown import shown


def test_the_map_is_labelled_and_the_table_says_the_same(open_page: Open) -> None:
    app = open_page("uy-vien", "pages/completion.py", period="2022-Q4")
    text = shown(app)
    assert "Sơ đồ ô, không phải bản đồ." in text
    assert text.count('data-label="Tình trạng"') == 14
    assert len(app.get("plotly_chart")) == 1


def test_a_unit_in_the_address_shows_its_duties(open_page: Open) -> None:
    text = shown(open_page("uy-vien", "pages/completion.py", period="2022-Q4", unit="530"))
    assert "Sơn Tây: nhiệm vụ, báo cáo trong quý IV năm 2022" in text
    assert 'class="q-chosen"' in text


def test_units_without_a_tile_are_listed_for_the_other_form(open_page: Open) -> None:
    text = shown(open_page("uy-vien", "pages/completion.py", period="2022-Q4", form="tien-do"))
    assert "Không có trên sơ đồ: " in text
    assert "Sở Nội vụ" in text


def test_the_year_is_looked_at_through_its_last_quarter(open_page: Open) -> None:
    assert "Quý IV năm 2022" in shown(open_page("uy-vien", "pages/completion.py", period="2022"))


def test_overdue_is_filtered_by_unit_and_grouped_by_task(open_page: Open) -> None:
    every = shown(open_page("uy-vien", "pages/overdue.py"))
    own = shown(open_page("uy-vien", "pages/overdue.py", unit="530"))
    assert "việc quá hạn ở Sơn Tây" in own
    assert len(own) < len(every)
    assert "đơn vị, lâu nhất" in shown(open_page("uy-vien", "pages/overdue.py", nhom="nhiem-vu"))


def test_before_the_year_began_nothing_is_overdue(open_page: Open) -> None:
    text = shown(open_page("uy-vien", "pages/overdue.py", date="2022-01-01"))
    assert "Không có việc quá hạn" in text


def test_the_first_page_shows_ranks_to_those_who_may_see_them(open_page: Open) -> None:
    assert "Điểm trung bình" in shown(open_page("thuong-truc", period="2022-Q4"))
    assert "Điểm trung bình" not in shown(open_page("uy-vien", period="2022-Q4"))


def test_a_period_without_anything_names_those_that_have_some(open_page: Open) -> None:
    text = shown(open_page("uy-vien-binh-phuoc"))
    assert "Kỳ này chưa có bảng tự chấm điểm, báo cáo tiến độ nào phải nộp." in text
    assert "Đề nghị chọn một kỳ có việc:" in text
    assert 'class="q-map' not in text
