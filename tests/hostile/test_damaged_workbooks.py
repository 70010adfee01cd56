"""No bytes make the reader raise: a damaged workbook gives a book or one issue."""

import random
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from data_access.workbook.parsing import parse_return, read_mark
from data_access.workbook.reading import read_book
from data_access.workbook.template import write_template
from tests.data_access.workbook.printed_form import FORM

TEMPLATE = write_template(FORM)
OLD = (Path(__file__).parents[1] / "data_access" / "workbook" / "old.xls").read_bytes()


def stored(content: bytes) -> bytes:
    """Uncompressed, so that damage reaches the XML and not only the packing."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return stream.getvalue()


def damaged(content: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    spoiled = bytearray(content)
    for _ in range(chance.choice((1, 3, 30)) if spoiled else 0):
        place = chance.randrange(len(spoiled))
        spoiled[place] = chance.choice((0, 255, 60, 62, 34, chance.randrange(256)))
    return bytes(spoiled)


def rewritten(content: bytes, seed: int) -> bytes:
    """Damage inside one part, packed correctly again: the archive itself is sound."""
    chance, stream = random.Random(seed), BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w") as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged(part, seed) if name == victim else part)
    return stream.getvalue()


def assert_answered(content: bytes) -> None:
    book, issues = read_book("hong.xlsx", content)
    assert (book is None) == (len(issues) == 1)
    if book is not None:
        read_mark(book)
        parse_return(book, FORM)


@pytest.mark.parametrize("share", [0.02, 0.25, 0.5, 0.75, 0.9, 0.99])
def test_a_truncated_workbook_is_unreadable(share: float) -> None:
    book, issues = read_book("cut.xlsx", TEMPLATE[: int(len(TEMPLATE) * share)])
    assert book is None and [issue.code.value for issue in issues] == ["FILE_UNREADABLE"]


@pytest.mark.parametrize("seed", range(20))
def test_damaged_bytes(seed: int) -> None:
    assert_answered(damaged(stored(TEMPLATE), seed))


@pytest.mark.parametrize("seed", range(20))
def test_damaged_parts(seed: int) -> None:
    assert_answered(rewritten(TEMPLATE, seed))


@pytest.mark.parametrize("seed", range(20))
def test_damaged_old_xls(seed: int) -> None:
    assert_answered(damaged(OLD, seed))


def test_after_all_that_a_good_file_is_read() -> None:
    book, issues = read_book("mau.xlsx", TEMPLATE)
    assert issues == () and read_mark(book) == (FORM.mark, ())
