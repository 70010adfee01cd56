"""What kinds of units are called in documents and on spreadsheets, by their word in the data."""

from collections.abc import Mapping

UNIT_KINDS: Mapping[str, str] = {
    "ban-chi-dao-tinh": "Ban Chỉ đạo cấp tỉnh",
    "ban-chi-dao-huyen": "Ban Chỉ đạo cấp huyện",
    "ban-chi-dao-xa": "Ban Chỉ đạo cấp xã",
    "to-giup-viec": "Tổ Giúp việc Ban Chỉ đạo",
    "co-quan-tinh": "cơ quan, đơn vị cấp tỉnh",
    "co-quan-huyen": "cơ quan, đơn vị cấp huyện",
    "so-ban-nganh": "sở, ban, ngành cấp tỉnh",
    "ban-dang-huyen": "ban Đảng cấp huyện",
    "don-vi-su-nghiep": "đơn vị sự nghiệp công lập",
    "doanh-nghiep": "doanh nghiệp",
    "cong-ty": "công ty",
    "ubnd-tinh": "Ủy ban nhân dân cấp tỉnh",
    "ubnd-huyen": "Ủy ban nhân dân cấp huyện",
    "ubnd-xa": "Ủy ban nhân dân cấp xã",
    "xa": "xã",
    "phuong": "phường",
    "thi-tran": "thị trấn",
    "dac-khu": "đặc khu",
    "to-chuc-chi-tra": "tổ chức chi trả",
    "trung-tam-hoc-tap-cong-dong": "trung tâm học tập cộng đồng",
}


def unit_kind(kind: str) -> str:
    return UNIT_KINDS.get(kind, kind)
