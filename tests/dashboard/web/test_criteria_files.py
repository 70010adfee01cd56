"""A criteria table goes out to everybody who is signed in, as a workbook and as its data file."""

from io import BytesIO

from openpyxl import load_workbook

from sample_data import tables
from tests.visitor import Visitor

TABLE = "/tep/bang-tieu-chi?bang=minh-hoa-2022/1"


def test_the_workbook_and_the_file_it_is_kept_as(stranger: Visitor) -> None:
    for user in ("uy-vien", "ba-to", "to-giup-viec"):
        reader = stranger.sign_in_as(user)
        answer = reader.get(TABLE)
        assert answer.status == 200, answer.text
        assert "bang-tieu-chi_minh-hoa-2022_1.xlsx" in answer.headers["content-disposition"]
        assert "Bảng tiêu chí" in load_workbook(BytesIO(answer.body)).sheetnames
        assert reader.get(f"{TABLE}&dang=yaml").body.decode() == tables.criteria_text()


def test_what_is_not_there_is_said_in_words(stranger: Visitor) -> None:
    reader = stranger.sign_in_as("uy-vien")
    assert reader.get("/tep/bang-tieu-chi?bang=khong-co/1").status == 404
    assert reader.get("/tep/bang-tieu-chi").status == 400
    assert reader.get(f"{TABLE}&dang=exe").status == 400
    assert stranger.get(TABLE).status in (401, 403)
