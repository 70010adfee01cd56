"""How many lines a text takes in Times New Roman: estimated, for xlsxwriter cannot ask Excel."""

import unicodedata

_LOWER, _UPPER = 0.50, 0.72
# Thousandths of the type size, from the face's own metrics; what is not listed falls in a class.
_WIDTHS = {
    **dict.fromkeys(" .,/:;ijlt'|", 0.28),
    **dict.fromkeys("fIr()[]-!", 0.34),
    **dict.fromkeys("aceszJ?", 0.44),
    **dict.fromkeys("ABCĐDGHKNOQRUVXY&w", 0.73),
    **dict.fromkeys("mMW%@…", 0.94),
    **dict.fromkeys("ELPSTZF", 0.62),
}
_BOLD = 1.06
# Screens and printers break lines a little earlier than the metrics say.
_CAUTION = 0.97


def lines_needed(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """`width` and `size` in points."""
    room = max(width * _CAUTION, size)
    return sum(_lines(line, room, size * (_BOLD if bold else 1)) for line in text.split("\n"))


def _lines(line: str, room: float, size: float) -> int:
    lines, used = 1, 0.0
    for word in line.split():
        wide = _width(word) * size
        gap = _WIDTHS[" "] * size if used else 0.0
        if used and used + gap + wide > room:
            lines, used, gap = lines + 1, 0.0, 0.0
        # A word longer than the column is broken wherever the column ends.
        lines += int(wide // room)
        used += gap + wide % room
    return lines


def _width(word: str) -> float:
    bare = (letter for letter in unicodedata.normalize("NFD", word))
    return sum(
        _WIDTHS.get(letter, _UPPER if letter.isupper() else _LOWER)
        for letter in bare
        if not unicodedata.combining(letter)
    )
