"""Writing plain values as YAML that reads back as the same values (data_access/yaml_files.py)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from data_access.yaml_files import Plain

# Words that are safe without quotation marks; everything else people wrote is put in them.
_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_NOT_BARE = frozenset({"null", "true", "false"})
_ESCAPED = re.compile(r'[\\"]|[^\x20-\x7e\u00a1-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]')
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_WIDEST = 96


def to_yaml(value: Mapping[str, Plain]) -> str:
    """One key a line; what is short stays on the line of its key."""
    return "".join(f"{line}\n" for line in _mapping(value, ""))


def in_one_line(value: Plain) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{_text(str(key))}: {in_one_line(one)}" for key, one in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(in_one_line(one) for one in value)}]"
    return _scalar(value)


def _mapping(value: Mapping[str, Plain], indent: str) -> Iterator[str]:
    for key, one in value.items():
        head = f"{indent}{_text(str(key))}:"
        line = f"{head} {in_one_line(one)}"
        if _stays(one, line):
            yield line
        elif isinstance(one, Mapping):
            yield head
            yield from _mapping(one, f"{indent}  ")
        else:
            yield head
            yield from _items(one, f"{indent}  ")


def _items(value: Sequence[Plain], indent: str) -> Iterator[str]:
    for one in value:
        line = f"{indent}- {in_one_line(one)}"
        if _stays(one, line) or not isinstance(one, Mapping):
            yield line
            continue
        lines = _mapping(one, f"{indent}  ")
        yield f"{indent}- {next(lines)[len(indent) + 2 :]}"
        yield from lines


def _stays(value: Plain, line: str) -> bool:
    """Scalars and empty collections, and what is both flat and short."""
    if isinstance(value, Mapping):
        inner = tuple(value.values())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        inner = tuple(value)
    else:
        return True
    if not inner:
        return True
    return not any(_holds_mappings(one) for one in inner) and len(line) <= _WIDEST


def _holds_mappings(value: Plain) -> bool:
    if isinstance(value, Mapping):
        return True
    return isinstance(value, list | tuple) and any(_holds_mappings(one) for one in value)


def _scalar(value: Plain) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else _written(value)


def _written(value: str | int) -> str:
    return str(value) if isinstance(value, int) else _text(value)


def _text(value: str) -> str:
    if _BARE.fullmatch(value) and value.lower() not in _NOT_BARE:
        return value
    return f'"{_ESCAPED.sub(_escape, value)}"'


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    code = ord(letter)
    return _SHORT.get(letter) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
