"""Passwords: kept only as argon2 hashes. An unknown user costs as much time as a known one."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    return _HASHER.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """With no hash, one that nothing matches is tried all the same: the time tells nothing."""
    try:
        return _HASHER.verify(kept or _nobody(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _HASHER.hash("nobody's password")
