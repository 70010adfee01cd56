"""A real SMTP server on a free port of this machine, that keeps what it takes."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from data_access.mail_settings import MailServer

REFUSED = "550 5.1.1 no such mailbox here"
# Together less than a sender waits for an answer (dashboard/mail.py).
_TURNS, _TURN_SECONDS = 300, 0.05


@dataclass
class Postman:
    """`refuses`: addresses it takes no mail for. `dies_after`: how many mails it takes before it
    breaks the connection in the middle of one. `together`: it answers none before so many senders
    have begun, or have had time enough to."""

    refuses: frozenset[str] = frozenset()
    dies_after: int | None = None
    together: int = 1
    taken: list[EmailMessage] = field(default_factory=list)
    senders: set[object] = field(default_factory=set)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.senders.add(session.peer)
        if address in self.refuses:
            return REFUSED
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        await self._together()
        if self.dies_after is not None and len(self.taken) >= self.dies_after:
            server.transport.abort()
            return "421 dying"
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        return "250 taken"

    async def _together(self) -> None:
        for _ in range(_TURNS):
            if len(self.senders) >= self.together:
                return
            await asyncio.sleep(_TURN_SECONDS)

    @property
    def addresses(self) -> list[str]:
        return sorted(str(mail["To"].addresses[0].addr_spec) for mail in self.taken)


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return bound.getsockname()[1]


@contextmanager
def mail_server(postman: Postman, port: int = 0, password: str = "") -> Iterator[MailServer]:
    """Until the block ends; with a password it takes mail of those alone who know it."""
    chosen = port or free_port()

    def known(_server, _session, _envelope, _mechanism, given) -> AuthResult:
        return AuthResult(success=given.password == password.encode(), handled=False)

    asked = {"authenticator": known, "auth_require_tls": False} if password else {}
    controller = Controller(postman, hostname="127.0.0.1", port=chosen, **asked)
    controller.start()
    try:
        yield MailServer("127.0.0.1", "nhac-viec@tinh.gov.vn", chosen)
    finally:
        controller.stop()
