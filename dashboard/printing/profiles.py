"""How official paper looks, as data: Party (05-HD/VPTW) and State (NĐ 30/2020). Writes nothing.

Sources disagree on several Party sizes, so every size is a field.
"""

from dataclasses import dataclass
from enum import StrEnum


class Superior(StrEnum):
    """Whose committee it is on this paper: it stands above the issuer's name."""

    PARTY = "party"
    STATE = "state"


@dataclass(frozen=True)
class Face:
    """Size in points and style of one piece of the page."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True)
class Margins:
    """In millimetres; turned paper keeps them, the left one being for the binding."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True)
class NationLine:
    text: str
    face: Face
    ruled: bool = False


@dataclass(frozen=True)
class Profile:
    """`number` is what stands before a given number; `number_blank` leaves it to the clerical
    office. `deputy_mark` precedes the head's office when a deputy signs; `collective` is a first
    line such as "T/M BAN …": empty, because the head of a steering committee signs directly."""

    key: str
    superior: Superior
    font: str
    margins: Margins
    nation: tuple[NationLine, ...]
    superior_face: Face
    issuer_face: Face
    issuer_rule: bool
    star: str
    number: str
    number_blank: str
    number_face: Face
    day_face: Face
    draft_face: Face
    title_face: Face
    subject_face: Face
    subject_dashes: str
    subject_rule: bool
    scope_face: Face
    table_size: float
    note_size: float
    signature_face: Face
    signer_face: Face
    collective: str
    deputy_mark: str
    recipients_face: Face
    recipient_size: float
    recipient_end: str
    archive: str
    page_number_size: float
    page_number_on_first: bool


# 05-HD/VPTW of 27 May 2026, known from secondary sources; equal to 36-HD/VPTW in head and number.
PARTY = Profile(
    key="dang",
    superior=Superior.PARTY,
    font="Libertinus Serif",
    margins=Margins(top=20, bottom=20, left=30, right=15),
    nation=(NationLine("ĐẢNG CỘNG SẢN VIỆT NAM", Face(15, bold=True), ruled=True),),
    superior_face=Face(14),
    issuer_face=Face(14, bold=True),
    issuer_rule=False,
    star="*",
    number="Số",
    number_blank="Số{number}-…/{symbol}",
    number_face=Face(14),
    day_face=Face(14, italic=True),
    draft_face=Face(14, bold=True),
    title_face=Face(16, bold=True),
    subject_face=Face(14, bold=True),
    subject_dashes="-----",
    subject_rule=False,
    scope_face=Face(13, italic=True),
    table_size=11,
    note_size=10.5,
    signature_face=Face(14, bold=True),
    signer_face=Face(14, bold=True),
    collective="",
    deputy_mark="K/T",
    recipients_face=Face(14, underline=True),
    recipient_size=12,
    recipient_end=",",
    archive="Lưu Văn phòng {archive}",
    page_number_size=14,
    page_number_on_first=False,
)

# NĐ 30/2020/NĐ-CP, Phụ lục I.
STATE = Profile(
    key="nha-nuoc",
    superior=Superior.STATE,
    font="Libertinus Serif",
    margins=Margins(top=20, bottom=20, left=30, right=15),
    nation=(
        NationLine("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face(12, bold=True)),
        NationLine("Độc lập - Tự do - Hạnh phúc", Face(13, bold=True), ruled=True),
    ),
    superior_face=Face(12),
    issuer_face=Face(12, bold=True),
    issuer_rule=True,
    star="",
    number="Số:",
    number_blank="Số:{number}/…-{symbol}",
    number_face=Face(13),
    day_face=Face(13, italic=True),
    draft_face=Face(13, bold=True),
    title_face=Face(14, bold=True),
    subject_face=Face(14, bold=True),
    subject_dashes="",
    subject_rule=True,
    scope_face=Face(13, italic=True),
    table_size=11,
    note_size=10.5,
    signature_face=Face(14, bold=True),
    signer_face=Face(14, bold=True),
    collective="",
    deputy_mark="KT.",
    recipients_face=Face(12, bold=True, italic=True),
    recipient_size=11,
    recipient_end=";",
    archive="Lưu: VT",
    page_number_size=13,
    page_number_on_first=False,
)

PROFILES = {profile.key: profile for profile in (PARTY, STATE)}
