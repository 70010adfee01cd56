"""The day's reminders by mail: plan, write down, send, mark. May be run again at any time: a mail
that went out is never sent again, a failed one is."""

from collections.abc import Iterable
from datetime import date

from dashboard.mail import Connection, Letter, Mail, NoServer, Unsent, as_mail, connection
from dashboard.questions.catalogue import scene
from dashboard.views.digests import Post, notice
from dashboard.views.mail_run import Run
from data_access.accounts import Actor
from data_access.actions.reminders import claim_mail, mark_failed, mark_sent, plan_mails
from data_access.database import Engine, data_version
from data_access.mail_settings import MailServer
from data_access.queries import catalogue
from data_access.queries.reminders import digests_on, unsent_of
from data_access.reminders import Notice, Reminder

# Where several committees keep one database and none is at home in it.
_WHOEVER = "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở"


def planned(engine: Engine, actor: Actor, day: date) -> tuple[Notice, ...]:
    """What the ladder says of the day; nothing is written down."""
    post = _post(engine, day)
    return tuple(notice(one, post) for one in digests_on(engine, actor, day))


def remind(engine: Engine, actor: Actor, day: date, server: MailServer) -> Run:
    """Plan the day's mails, then send all of the day that did not go out yet."""
    new = plan_mails(engine, actor, day, planned(engine, actor, day))
    return send(engine, actor, day, server, new)


def send(engine: Engine, actor: Actor, day: date, server: MailServer, new: int = 0) -> Run:
    waiting = unsent_of(engine, actor, day)
    sender = _post(engine, day).committee
    with connection(server) as way:
        tried = list(_tried(engine, actor, waiting, _Carrier(way, server.sender, sender)))
    sent = tuple(mail for mail, error in tried if not error)
    failed = tuple((mail, error) for mail, error in tried if error)
    return Run(day, new, sent, failed, len(waiting) - len(tried))


class _Carrier:
    """Takes one mail after the other to the server. Where there is none, it says so of every
    further mail without waiting for it again."""

    def __init__(self, way: Connection, address: str, name: str) -> None:
        self._way, self._address, self._name = way, address, name
        self._nowhere = ""

    def carry(self, mail: Reminder) -> str:
        """What went wrong; empty where the server took it."""
        if self._nowhere:
            return self._nowhere
        try:
            self._way.send(self._written(mail))
        except NoServer as wrong:
            self._nowhere = str(wrong)
            return self._nowhere
        except Unsent as wrong:
            return str(wrong)
        return ""

    def _written(self, mail: Reminder) -> Mail:
        told = mail.notice
        letter = Letter(told.address, told.name, told.subject, told.body, mail.at)
        return as_mail(letter, self._address, self._name)


def _tried(
    engine: Engine, actor: Actor, waiting: Iterable[int], carrier: _Carrier
) -> Iterable[tuple[Reminder, str]]:
    """Each mail is marked as soon as the server has answered: what breaks off here leaves one mail
    unmarked at most."""
    for number in waiting:
        mail = claim_mail(engine, actor, number)
        if mail is None:
            continue
        error = carrier.carry(mail)
        if error:
            mark_failed(engine, actor, mail, error)
        else:
            mark_sent(engine, actor, mail)
        yield mail, error


def _post(engine: Engine, day: date) -> Post:
    version = data_version(engine)
    shown = scene(version, engine, day)
    units = {unit.code: unit.label for unit in catalogue.units(engine)}
    return Post(shown.committee or _WHOEVER, day, units, shown.illustrative)
