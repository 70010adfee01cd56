"""How mail leaves this server. Knows the environment; sends nothing."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from data_access.recipients import require_address
from scoring.refusals import Refusal, Refused

HOST, PORT, SENDER = "QCDC_SMTP_HOST", "QCDC_SMTP_PORT", "QCDC_SMTP_FROM"
USER, PASSWORD, STARTTLS = "QCDC_SMTP_USER", "QCDC_SMTP_PASSWORD", "QCDC_SMTP_STARTTLS"
_YES_NO = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}


@dataclass(frozen=True)
class MailServer:
    """`user` empty: it asks for no name. With `starttls` nothing is sent unless the connection was
    made secret first."""

    host: str
    sender: str
    port: int = 25
    user: str = ""
    # Never printed, not even by a mistake of ours.
    password: str = field(default="", repr=False)
    starttls: bool = False


def mail_server(given: Mapping[str, str] | None = None) -> MailServer:
    """From the environment. A name and password travel over a secret connection, unless the
    settings say otherwise in so many words."""
    known = os.environ if given is None else given
    user = known.get(USER, "").strip()
    return MailServer(
        _required(known, HOST),
        require_address(_required(known, SENDER)),
        _port(known),
        user,
        known.get(PASSWORD, ""),
        _starttls(known, otherwise=bool(user)),
    )


def _required(known: Mapping[str, str], variable: str) -> str:
    value = known.get(variable, "").strip()
    if not value:
        raise Refused(Refusal.MAIL_NOT_SET, variable=variable)
    return value


def _port(known: Mapping[str, str]) -> int:
    typed = known.get(PORT, "").strip() or "25"
    if not (typed.isascii() and typed.isdecimal() and 0 < int(typed[:6]) < 65536):
        raise Refused(Refusal.MAIL_SETTING, variable=PORT, value=typed, expected="1–65535")
    return int(typed)


def _starttls(known: Mapping[str, str], *, otherwise: bool) -> bool:
    typed = known.get(STARTTLS, "").strip().lower()
    if not typed:
        return otherwise
    if typed not in _YES_NO:
        raise Refused(Refusal.MAIL_SETTING, variable=STARTTLS, value=typed, expected="1, 0")
    return _YES_NO[typed]
