"""The three kinds of grassroots that the law keeps apart, as they are called."""

from collections.abc import Mapping

TRACKS: Mapping[str, str] = {
    "xa": "Xã, phường, đặc khu",
    "co-quan": "Cơ quan, đơn vị sự nghiệp công lập",
    "doanh-nghiep": "Doanh nghiệp nhà nước",
}
NO_TRACK = "Không phân loại hình cơ sở"


def track_words(track: str) -> str:
    """The code itself where a programme has tracks of its own; no track is said too."""
    return TRACKS.get(track, track) or NO_TRACK


def track_order(track: str) -> tuple[int, str]:
    """As the law names them; what belongs to none of them stands first."""
    known = list(TRACKS)
    if not track:
        return -1, ""
    return (known.index(track) if track in TRACKS else len(known)), track
