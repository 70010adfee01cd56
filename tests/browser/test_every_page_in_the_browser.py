"""Every page, opened by two roles on a telephone: nothing breaks, nothing runs off the screen,
nothing is asked of another host."""

ADDRESSES = (
    "/",
    "/ban-do",
    "/qua-han",
    "/xep-loai?period=2022",
    "/nop-bao-cao",
    "/nop-bao-cao?form=ke-hoach&period=2022",
    "/qua-trinh?form=thong-ke",
    "/tham-tra",
    "/bieu-mau",
    "/bieu-mau?bieu=thong-ke&ban=1",
    "/phan-tich?period=2022",
    "/phan-tich?period=2022&muc=so-sanh",
    "/bang-tieu-chi",
    "/bang-tieu-chi?bang=minh-hoa-2022/1",
    "/so-theo-doi?period=2022",
    "/cua-toi?unit=535",
    "/soan-tin?unit=530",
    "/nhac-viec",
    "/chuong-trinh",
    "/chuong-trinh?ma=03-KH%2FBC%C4%90-2022",
    "/tien-do?period=2022",
    "/day-du?period=2022-Q3",
    "/so-cong-khai?period=2022-Q3",
    "/kiem-tra",
    "/lich-lam-viec",
    "/don-vi",
    "/don-vi?xem=dia-ban",
)


def test_every_page_opens_for_every_role_and_fits_a_telephone(look) -> None:
    for user in ("to-giup-viec", "ba-to"):
        window = look(user, width=390, height=844)
        for address in ADDRESSES:
            window.open(address)
            text = window.text()
            assert "Traceback" not in text, (user, address)
            assert "Có lỗi của hệ thống" not in text, (user, address)
            width = window.page.evaluate("document.documentElement.scrollWidth")
            assert width <= 391, (user, address, width)
