"""Frozen dataclasses to JSON and back, the same bytes each time. Knows types, no subject matter.

Decimals are written as printed; a key that is absent takes the type's default, so a document
stored by an older version still reads.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def to_json(value: object) -> str:
    return json_text(plain(value))


def json_text(value: object) -> str:
    """Plain values as JSON, the same bytes for the same content."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(wanted: type[Value], text: str) -> Value:
    return from_plain(wanted, json.loads(text))


def from_plain(wanted: type[Value], raw: object) -> Value:
    """The value that was written as `raw`; raises TypeError or ValueError where it is none."""
    return _read(wanted, raw)


def plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"cannot be stored exactly: {value!r}")


def _read(wanted: object, raw: object) -> object:
    if get_origin(wanted) in (Union, UnionType):
        return _read_one_of(get_args(wanted), raw)
    if get_origin(wanted) is tuple:
        return tuple(_read(get_args(wanted)[0], one) for one in _must_be(list, raw))
    if get_origin(wanted) is Mapping:
        _, inner = get_args(wanted)
        return {key: _read(inner, one) for key, one in _must_be(dict, raw).items()}
    if is_dataclass(wanted):
        types, given = _types(wanted), _must_be(dict, raw)
        return wanted(**{key: _read(types[key], one) for key, one in given.items() if key in types})
    return _read_single(wanted, raw)


def _read_single(wanted: object, raw: object) -> object:
    if wanted in (date, datetime):
        return wanted.fromisoformat(_must_be(str, raw))
    if isinstance(wanted, type) and issubclass(wanted, Decimal):
        return _decimal(_must_be(str, raw))
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(raw)
    return _must_be(wanted, raw)


def _read_one_of(kinds: tuple[object, ...], raw: object) -> object:
    """Nothing, a word of an enumeration, or else the one other kind there is."""
    if raw is None and NoneType in kinds:
        return None
    inner = [kind for kind in kinds if kind is not NoneType]
    words = [kind for kind in inner if isinstance(kind, type) and issubclass(kind, Enum)]
    for kind in words:
        if raw in [word.value for word in kind]:
            return kind(raw)
    (other,) = [kind for kind in inner if kind not in words] or inner
    return _read(other, raw)


def _must_be(wanted: type[Value], raw: object) -> Value:
    if isinstance(raw, wanted) and not (wanted is int and isinstance(raw, bool)):
        return raw
    raise TypeError(f"stored {str(raw)[:60]!r} is not a {wanted}")


def _decimal(written: str) -> Decimal:
    try:
        return Decimal(written)
    except InvalidOperation as wrong:
        raise ValueError(f"stored {written[:60]!r} is not a number") from wrong


@lru_cache(maxsize=64)
def _types(wanted: type) -> dict[str, object]:
    return get_type_hints(wanted)
