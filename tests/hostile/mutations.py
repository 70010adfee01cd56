"""Ways of spoiling a workbook; the same seed always spoils it the same way."""

import re
import warnings
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, is_zipfile

Parts = list[tuple[str, bytes]]

_ODD_BYTES = (0, 255, 60, 62, 34, 38, 128)
_ODD_VALUES = (
    b"",
    b"-1",
    b"0",
    b"4294967296",
    b"99999999999999999999",
    b"1e308",
    b"NaN",
    b"A1048577",
    b"ZZZZZ1",
    b"A1:XFD1048576",
    b"../../../etc/passwd",
    b"&#0;",
    b"&unknown;",
    b"=cmd|'/c calc'!A0",
    "\u202egpj.\u0000".encode(),
    b"x" * 40_000,
)
_TAG = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'(?<==")[^"<>]*(?=")')
_TARGET = re.compile(rb'(?<=Target=")[^"]*(?=")')


def mutated(content: bytes, seed: int) -> tuple[str, bytes]:
    """What was done, and what came of it."""
    chance = Random(seed)
    ways = (*_OF_BYTES, *_OF_PARTS * 3) if is_zipfile(BytesIO(content)) else _OF_BYTES
    way = chance.choice(ways)
    if way in _OF_BYTES:
        return way.__name__.strip("_"), way(content, chance)
    parts = _unpacked(content)
    way(parts, chance)
    method = chance.choice((ZIP_STORED, ZIP_DEFLATED))
    return way.__name__.strip("_"), _packed(parts, method)


def _unpacked(content: bytes) -> Parts:
    with ZipFile(BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _packed(parts: Parts, method: int) -> bytes:
    stream = BytesIO()
    with warnings.catch_warnings(), ZipFile(stream, "w", method) as archive:
        # Naming a part twice is one of the ways.
        warnings.simplefilter("ignore", UserWarning)
        for name, part in parts:
            archive.writestr(name, part)
    return stream.getvalue()


def _flip_bytes(content: bytes, chance: Random) -> bytes:
    spoiled = bytearray(content)
    for _ in range(chance.choice((1, 3, 30, 300)) if spoiled else 0):
        spoiled[chance.randrange(len(spoiled))] = chance.choice(
            (*_ODD_BYTES, chance.randrange(256))
        )
    return bytes(spoiled)


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _cut_out(content: bytes, chance: Random) -> bytes:
    first, last = _stretch(content, chance)
    return content[:first] + content[last:]


def _blank_out(content: bytes, chance: Random) -> bytes:
    first, last = _stretch(content, chance)
    return content[:first] + bytes(last - first) + content[last:]


def _repeat(content: bytes, chance: Random) -> bytes:
    first, last = _stretch(content, chance)
    return content[:last] + content[first:last] * chance.choice((1, 2, 50)) + content[last:]


def _stretch(content: bytes, chance: Random) -> tuple[int, int]:
    first = chance.randrange(len(content) + 1)
    return first, min(len(content), first + chance.choice((1, 16, 512, 4096)))


def _damage_part(parts: Parts, chance: Random) -> None:
    """The archive itself stays sound."""
    number = chance.randrange(len(parts))
    name, part = parts[number]
    way = chance.choice(_OF_BYTES)
    parts[number] = name, way(part, chance)


def _remove_part(parts: Parts, chance: Random) -> None:
    parts.pop(chance.randrange(len(parts)))


def _swap_parts(parts: Parts, chance: Random) -> None:
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    (first, content), (second, another) = parts[one], parts[other]
    parts[one], parts[other] = (first, another), (second, content)


def _double_part(parts: Parts, chance: Random) -> None:
    name, part = chance.choice(parts)
    parts.insert(chance.randrange(len(parts) + 1), (chance.choice((name, name.upper())), part))


def _rename_part(parts: Parts, chance: Random) -> None:
    number = chance.randrange(len(parts))
    name, part = parts[number]
    odd = ("../" + name, "/" + name, "C:/" + name, name.replace("/", "\\"), name + "\0.xml", "x")
    parts[number] = chance.choice(odd), part


def _remove_tag(parts: Parts, chance: Random) -> None:
    _rewrite(parts, chance, _TAG, lambda found: b"")


def _double_tag(parts: Parts, chance: Random) -> None:
    _rewrite(parts, chance, _TAG, lambda found: found * chance.choice((2, 50)))


def _nest_deeply(parts: Parts, chance: Random) -> None:
    depth = chance.choice((300, 5_000))
    _rewrite(parts, chance, _TAG, lambda found: b"<a>" * depth + b"</a>" * depth + found)


def _odd_value(parts: Parts, chance: Random) -> None:
    for _ in range(chance.choice((1, 5))):
        _rewrite(parts, chance, _VALUE, lambda found: chance.choice(_ODD_VALUES))


def _odd_text(parts: Parts, chance: Random) -> None:
    _rewrite(parts, chance, _TAG, lambda found: found + chance.choice(_ODD_VALUES))


def _exchange_values(parts: Parts, chance: Random) -> None:
    """What one attribute says now stands in another: ids, counts, styles, places."""
    values = [found for _, part in parts for found in _VALUE.findall(part)] or [b""]
    for _ in range(chance.choice((1, 5))):
        _rewrite(parts, chance, _VALUE, lambda found: chance.choice(values))


def _cross_relations(parts: Parts, chance: Random) -> None:
    targets = [found for name, part in parts for found in _TARGET.findall(part)]
    targets += [b"", b".", b"workbook.xml", b"http://x.invalid/a.xml", b"../../../../etc/passwd"]
    for number, (name, part) in enumerate(parts):
        if name.endswith(".rels"):
            crossed = _TARGET.sub(lambda found: chance.choice(targets), part)
            parts[number] = name, crossed


def _rewrite(
    parts: Parts, chance: Random, wanted: re.Pattern[bytes], change: Callable[[bytes], bytes]
) -> None:
    """Change one match, in a part that has any."""
    number = chance.randrange(len(parts))
    name, part = parts[number]
    places = [found.span() for found in wanted.finditer(part)]
    if places:
        first, last = chance.choice(places)
        parts[number] = name, part[:first] + change(part[first:last]) + part[last:]


_OF_BYTES = (_flip_bytes, _cut, _cut_out, _blank_out, _repeat)
_OF_PARTS = (
    _damage_part,
    _remove_part,
    _swap_parts,
    _double_part,
    _rename_part,
    _remove_tag,
    _double_tag,
    _nest_deeply,
    _odd_value,
    _odd_text,
    _exchange_values,
    _cross_relations,
)
