"""The line (1), (2), (3) that official forms print under their headings: no row of answers."""

import re
from dataclasses import replace

from data_access.workbook.book import Sheet
from data_access.workbook.text import clean

# "(7)=(5)+(6)" also says how the column is computed; A and B stand over columns of words.
_NUMBER = re.compile(r"(\(?)([0-9]{1,2}|[a-z])\)? ?(?:=.*)?")
_FEWEST = 3
_FURTHEST = 5


def without_column_numbers(sheet: Sheet, heading: int) -> Sheet:
    """`heading` is the row of the headings."""
    below = [place for place in sheet.cells if heading < place[0] <= heading + _FURTHEST]
    row = min((place[0] for place in below if not sheet.cells[place].is_blank), default=0)
    columns = sorted(column for number, column in below if number == row)
    texts = [clean(sheet.cells[row, column].text) for column in columns]
    texts = [text for text in texts if text]
    if len(texts) < _FEWEST or not _count_upwards(texts):
        return sheet
    if not texts[0].startswith("(") and not _stands_again(sheet, (row, columns[0])):
        return sheet
    return replace(sheet, cells={at: sheet.cells[at] for at in sheet.cells if at[0] != row})


def _count_upwards(texts: list[str]) -> bool:
    matches = [_NUMBER.fullmatch(text) for text in texts]
    if None in matches:
        return False
    numbers = [int(match[2]) for match in matches if match[2].isdigit()]
    letters = [match[2] for match in matches if not match[2].isdigit()]
    in_order = [*letters, *map(str, numbers)] == [match[2].lstrip("0") for match in matches]
    return in_order and letters == sorted(set(letters)) and numbers == [*range(1, len(numbers) + 1)]


def _stands_again(sheet: Sheet, place: tuple[int, int]) -> bool:
    """A first row of answers may read 1, 2, 3 too; but then no other has its code."""
    row, column = place
    code = clean(sheet.cells[place].text)
    return any(
        below > row and at == column and clean(cell.text) == code
        for (below, at), cell in sheet.cells.items()
    )
