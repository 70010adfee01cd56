"""Who issues a printed document: read from the unit and its attributes, never written in code."""

from dataclasses import dataclass

from dashboard.printing.profiles import Superior
from scoring.units import Unit

UNKNOWN = "…"


@dataclass(frozen=True)
class Issuer:
    """`head` and `deputy` are offices, line by line ("PHÓ BÍ THƯ", "kiêm", "TRƯỞNG BAN");
    `signer` is a person's name, empty while it is not known who will sign. `archive` completes
    the last line of the recipients."""

    name: str
    party_superior: str
    state_superior: str
    place: str = UNKNOWN
    symbol: str = "BCĐ"
    head: tuple[str, ...] = ("TRƯỞNG BAN",)
    state_head: tuple[str, ...] = ("TRƯỞNG BAN",)
    deputy: str = "PHÓ TRƯỞNG BAN"
    deputy_signs: bool = False
    signer: str = ""
    recipients: tuple[str, ...] = ("Các thành viên Ban Chỉ đạo", "Các đơn vị có tên trong bảng")
    archive: str = ""

    def superior(self, side: Superior) -> str:
        return self.party_superior if side is Superior.PARTY else self.state_superior


def issuer_of(unit: Unit) -> Issuer:
    """The unit's attributes, each with a default: place, letterhead, parent_body,
    parent_body_state, symbol, head and recipients (parts separated by ";"), deputy, signs
    ("deputy"), signer, archive."""
    given = unit.attributes
    place = given.get("place", UNKNOWN)
    plain = Issuer("", "", "")
    return Issuer(
        name=given.get("letterhead", unit.name).upper(),
        party_superior=given.get("parent_body", f"Tỉnh ủy {place}").upper(),
        state_superior=given.get("parent_body_state", f"UBND tỉnh {place}").upper(),
        place=place,
        symbol=given.get("symbol", plain.symbol),
        head=_parts(given.get("head")) or plain.head,
        state_head=_parts(given.get("head_state")) or plain.state_head,
        deputy=given.get("deputy", plain.deputy),
        deputy_signs=given.get("signs") == "deputy",
        signer=given.get("signer", ""),
        recipients=_parts(given.get("recipients")) or plain.recipients,
        archive=given.get("archive", ""),
    )


def _parts(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(";") if part.strip())
