"""Where a person may be sent on to: this site and nowhere else."""

import re

# One slash, then anything printable but a second slash or a backslash: browsers read "//host",
# "/\\host" and even "/<tab>/host" as another site.
_LOCAL = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


def local_path(typed: str) -> str:
    """The path typed, if it stays here; else the first page."""
    return typed if _LOCAL.fullmatch(typed) else "/"
