"""Programmes by address: the template for those who make them, the files for everybody."""

from io import BytesIO

from openpyxl import load_workbook

from tests.visitor import Visitor

PLAN = "/tep/chuong-trinh?ma=03-KH/BC%C4%90-2022"


def test_the_template_is_for_those_who_make_programmes(stranger: Visitor) -> None:
    answer = stranger.sign_in_as("to-giup-viec").get("/tep/mau-chuong-trinh")
    assert answer.status == 200
    names = load_workbook(BytesIO(answer.body)).sheetnames
    assert names[:3] == ["Chung", "Nhiệm vụ", "Báo cáo"]
    assert stranger.sign_in_as("uy-vien").get("/tep/mau-chuong-trinh").status == 403


def test_everybody_takes_a_programme_home(stranger: Visitor) -> None:
    for user in ("uy-vien", "ba-to"):
        reader = stranger.sign_in_as(user)
        answer = reader.get(f"{PLAN}&dang=xlsx")
        assert answer.status == 200, answer.text
        assert "Nhiệm vụ" in load_workbook(BytesIO(answer.body)).sheetnames
        assert "Quý III/2022" in reader.get(f"{PLAN}&dang=yaml").body.decode()
    assert stranger.get(f"{PLAN}&dang=xlsx").status in (401, 403)


def test_what_is_not_there_is_said_in_words(stranger: Visitor) -> None:
    reader = stranger.sign_in_as("to-giup-viec")
    assert reader.get("/tep/chuong-trinh?ma=khong-co&dang=xlsx").status == 404
    assert reader.get("/tep/du-thao-chuong-trinh?du-thao=khong-co").status == 404
    assert reader.get(f"{PLAN}&dang=exe").status == 400
