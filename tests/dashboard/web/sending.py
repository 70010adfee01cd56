"""A form with a file, as a browser sends it: fields, one file, and where the answer leads."""

from collections.abc import Mapping

from tests.visitor import Answer, Visitor

BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW"


def send(
    visitor: Visitor,
    path: str,
    fields: Mapping[str, str],
    file: tuple[str, bytes] | None = None,
    **headers: str,
) -> Answer:
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    said = {"Origin": visitor.address, "Content-Type": kind} | headers
    return visitor.ask("POST", path, said, body(fields, file))


def body(fields: Mapping[str, str], file: tuple[str, bytes] | None) -> bytes:
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    if file is not None:
        name, content = file
        head = f'Content-Disposition: form-data; name="file"; filename="{name}"'
        kind = "Content-Type: application/octet-stream"
        parts.append(f"--{BOUNDARY}\r\n{head}\r\n{kind}\r\n\r\n".encode() + content + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def followed(visitor: Visitor, answer: Answer) -> Answer:
    """The page that a form that was taken leads to."""
    assert answer.status == 303, answer.text
    return visitor.get(answer.headers["location"])
