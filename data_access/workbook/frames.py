"""Messages between the application and its reading workers: a JSON header, then raw bytes.

JSON, not pickle: what a worker says after reading a hostile file must not be able to run anything.
"""

import json
import struct
from typing import BinaryIO

_LENGTHS = struct.Struct(">IQ")

Header = dict[str, object]


def write_frame(stream: BinaryIO, header: Header, body: bytes = b"") -> None:
    encoded = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode(
        # A damaged file may hold half a surrogate pair, which plain UTF-8 refuses.
        "utf-8",
        "surrogatepass",
    )
    stream.write(_LENGTHS.pack(len(encoded), len(body)))
    stream.write(encoded)
    stream.write(body)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[Header, bytes] | None:
    """The next message, or None when the other side has gone."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    header_length, body_length = _LENGTHS.unpack(lengths)
    header, body = stream.read(header_length), stream.read(body_length)
    if len(header) < header_length or len(body) < body_length:
        return None
    return json.loads(header.decode("utf-8", "replace")), body
