"""One letter as a mail, and handing mails to a mail server. Knows SMTP, no duties.

Names and subjects are always encoded, never read: the newer classes of the standard library decode
what looks encoded in them, line breaks and all, and part Vietnamese letters where a name is long.
"""

import smtplib
import ssl
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from hashlib import sha256

from data_access.mail_settings import MailServer

# For each answer of the server; some ten of them stay well within a claim (data_access/outbox.py).
_ANSWERS_WITHIN_SECONDS = 20
_SECRET_FROM_THE_START = 465
_LONGEST_HEADER = 200


class Unsent(Exception):
    """The server did not take a mail; the message holds its own words."""


class NoServer(Unsent):
    """There is no server to take any mail."""


@dataclass(frozen=True)
class Letter:
    """`written`: the moment in its head, the same however often it is sent."""

    address: str
    name: str
    subject: str
    body: str
    written: datetime


@dataclass(frozen=True)
class Mail:
    """As it goes over the wire, and the addresses told to the server before it."""

    sender: str
    address: str
    content: bytes


def as_mail(letter: Letter, sender: str, sender_name: str) -> Mail:
    """Plain text; its Message-ID depends on nothing but what it is, so that a mail server or reader
    that meets it twice can tell."""
    mail = MIMEText(letter.body, "plain", "utf-8")
    mail["From"] = _person("From", sender_name, sender)
    mail["To"] = _person("To", letter.name, letter.address)
    mail["Subject"] = Header(one_line(letter.subject), "utf-8", header_name="Subject")
    mail["Date"] = format_datetime(letter.written)
    mail["Message-ID"] = f"<{_fingerprint(letter)}@{sender.partition('@')[2]}>"
    # Nobody's absence note need answer a machine (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    content = mail.as_bytes(policy=compat32.clone(linesep="\r\n"))
    return Mail(sender, letter.address, content)


def one_line(words: str) -> str:
    """Without line breaks and other characters that no header may hold."""
    spaced = "".join(" " if _breaks(letter) else letter for letter in words)
    return " ".join(spaced.split())[:_LONGEST_HEADER].strip()


class Connection:
    """An open way to the server, made anew where it broke."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._open: smtplib.SMTP | None = None

    def send(self, mail: Mail) -> None:
        """Raises Unsent; after it the next mail is tried on a new connection."""
        way = self._alive() or self._connect()
        try:
            way.sendmail(mail.sender, [mail.address], mail.content)
        except (smtplib.SMTPException, OSError) as wrong:
            self.close()
            raise Unsent(said(wrong)) from wrong

    def close(self) -> None:
        if self._open is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._open.quit()
            self._open.close()
            self._open = None

    def _alive(self) -> smtplib.SMTP | None:
        """Asked before a mail begins: what breaks off in the middle of one is not sent again
        unasked, for the server may have taken it."""
        if self._open is None:
            return None
        with suppress(smtplib.SMTPException, OSError):
            if self._open.noop()[0] == 250:
                return self._open
        self.close()
        return None

    def _connect(self) -> smtplib.SMTP:
        try:
            self._open = _greeted(self._server)
        except (smtplib.SMTPException, OSError) as wrong:
            raise NoServer(said(wrong)) from wrong
        return self._open


@contextmanager
def connection(server: MailServer) -> Iterator[Connection]:
    """Nothing is opened before the first mail."""
    way = Connection(server)
    try:
        yield way
    finally:
        way.close()


def said(wrong: Exception) -> str:
    """The server's own words, or what kept us from it, on one line."""
    if isinstance(wrong, smtplib.SMTPRecipientsRefused):
        answers = (_answer(*answer) for answer in wrong.recipients.values())
        return one_line("; ".join(answers))
    if isinstance(wrong, smtplib.SMTPResponseException):
        return one_line(_answer(wrong.smtp_code, wrong.smtp_error))
    return one_line(f"{type(wrong).__name__}: {wrong}")


def _greeted(server: MailServer) -> smtplib.SMTP:
    secret = ssl.create_default_context()
    if server.port == _SECRET_FROM_THE_START:
        way: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=_ANSWERS_WITHIN_SECONDS, context=secret
        )
    else:
        way = smtplib.SMTP(server.host, server.port, timeout=_ANSWERS_WITHIN_SECONDS)
    try:
        if server.starttls and server.port != _SECRET_FROM_THE_START:
            way.starttls(context=secret)
        if server.user:
            way.login(server.user, server.password)
    except (smtplib.SMTPException, OSError):
        way.close()
        raise
    return way


def _answer(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{code} {text}"


def _person(header: str, name: str, address: str) -> Header:
    written = Header(header_name=header)
    if one_line(name):
        written.append(one_line(name), "utf-8")
    written.append(f"<{address}>", "us-ascii")
    return written


def _fingerprint(letter: Letter) -> str:
    told = "\n".join((letter.address, letter.written.isoformat(), letter.subject, letter.body))
    return f"nhac-viec.{sha256(told.encode()).hexdigest()[:32]}"


def _breaks(letter: str) -> bool:
    """Control characters, and the two separators that some readers take for line breaks."""
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs")
