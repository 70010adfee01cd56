"""Frozen dataclasses to JSON and back, the same bytes each time. Knows types, no subject matter.

Decimals are written as printed; a key that is absent takes the type's default, so a document
stored by an older version still reads.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def to_json(value: object) -> str:
    plain = _plain(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(wanted: type[Value], text: str) -> Value:
    return _read(wanted, json.loads(text))


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"cannot be stored exactly: {value!r}")


def _read(wanted: object, raw: object) -> object:
    if get_origin(wanted) in (Union, UnionType):
        return _read_optional(wanted, raw)
    if get_origin(wanted) is tuple:
        return tuple(_read(get_args(wanted)[0], one) for one in raw)
    if is_dataclass(wanted):
        types = _types(wanted)
        return wanted(**{key: _read(types[key], one) for key, one in raw.items() if key in types})
    if wanted in (date, datetime):
        return wanted.fromisoformat(raw)
    if isinstance(wanted, type) and issubclass(wanted, Decimal | Enum):
        return wanted(raw)
    if isinstance(raw, wanted):
        return raw
    raise TypeError(f"stored {raw!r} is not a {wanted}")


def _read_optional(wanted: object, raw: object) -> object:
    if raw is None:
        return None
    (inner,) = [one for one in get_args(wanted) if one is not NoneType]
    return _read(inner, raw)


@lru_cache(maxsize=64)
def _types(wanted: type) -> dict[str, object]:
    return get_type_hints(wanted)
