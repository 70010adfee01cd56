"""What the pages ask about returns: what is owed, offered, handed in, waiting to be looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once, once_lately
from dashboard.questions.unfinished import open_questions
from dashboard.views import batch as batch_views
from dashboard.views import document as document_views
from dashboard.views import feed as feed_views
from dashboard.views import process as process_views
from dashboard.views import receipts as receipt_views
from dashboard.views import review as review_views
from dashboard.views import submission as submission_views
from dashboard.views.batch import Batch
from dashboard.views.evidence import rows_to_attach_to
from dashboard.views.feed import SentBack
from dashboard.views.names import Names
from dashboard.views.offer import Confirmation, Offer, offer
from dashboard.views.own_work import OwnWork, own_work
from dashboard.views.process import Difference, Process, Story
from dashboard.views.receipts import Outcome, Verified
from dashboard.views.review import Case, Opened, Waiting
from dashboard.views.submission import Asked, History
from data_access.accounts import KEEPS_HOUSE, SEES_ALL, SUBMITS, Actor, Role, require_role
from data_access.database import Engine
from data_access.queries import catalogue, forms, obligations, returns, templates
from data_access.queries.obligations import Standing
from data_access.submission_entries import SubmissionEntry
from scoring.forms import Mark
from scoring.periods import Period
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class Shown:
    """What the address names: one file handed in or refused, one offered, or several."""

    outcome: Outcome | None = None
    offer: Offer | None = None
    batch: Batch | None = None

    @property
    def confirmation(self) -> Confirmation | None:
        named = self.offer or self.batch
        return named.confirmation if named else None


_NOTHING = Shown()
# Beyond it no database has numbers.
_LONGEST_NUMBER = 18


@dataclass(frozen=True)
class ReturnQuestions:
    """One rerun's questions about returns: all are answered from the same version of the data."""

    engine: Engine
    version: str
    actor: Actor

    def names(self) -> Names:
        return _names(self.version, self.engine)

    def asked(self, unit: str | None, form: str | None, period: Period, day: date) -> Asked:
        return _asked(self.version, self.engine, self.actor, unit, form, period, day)

    def shown(self, numbers: str | None) -> Shown:
        """Of the files that the address names, joined by points."""
        if not numbers:
            return _NOTHING
        return _shown(self.version, self.engine, self.actor, numbers)

    def remarks(self, numbers: str | None) -> Mapping[str, str]:
        """What was wrong with the fields of the document handed in last."""
        return _remarks(self.version, self.engine, self.actor, numbers or "")

    def sent_back(self, mark: Mark | None) -> SentBack | None:
        if mark is None:
            return None
        return _sent_back(self.version, self.engine, self.actor, mark)

    def history(self, unit: str | None) -> History:
        return _history(self.version, self.engine, self.actor, unit)

    def own_work(self, day: date) -> OwnWork | None:
        """None for whoever reports for no unit."""
        unit = self.actor.unit
        if self.actor.role is not Role.UNIT or unit is None:
            return None
        standings = obligations.of_unit(self.engine, self.actor, unit, day, date.max)
        entries = returns.submissions(self.engine, self.actor, unit)
        asked = open_questions(self.version, self.engine, self.actor)
        return own_work(standings, entries, unit, self.names(), day, asked)

    def verified(self, file_name: str, content: bytes) -> Verified:
        found = returns.verify(self.engine, self.actor, content)
        return receipt_views.verified(found, file_name, self.names())

    def process(self, unit: str | None, form: str | None, period: Period, day: date) -> Process:
        return _process(self.version, self.engine, self.actor, unit, form, period, day)

    def difference(self, older: str | None, newer: str | None) -> Difference | None:
        if not older or not newer:
            return None
        return _difference(self.version, self.engine, self.actor, older, newer)

    def waiting(self, period: Period, form: str, day: date, page: int = 1) -> Waiting:
        """`form` is empty where every form is asked for."""
        return _waiting(self.version, self.engine, self.actor, period, form, day, page)

    def opened(self, number: str, day: date) -> Opened:
        return _opened(self.version, self.engine, self.actor, number, day)


@once
def _names(version: str, engine: Engine) -> Names:
    accounts = catalogue.accounts(engine)
    senders = {
        name: {one.unit for one in accounts if one.name == name and one.unit}
        for name in {account.name for account in accounts}
    }
    return Names(known.forms(version, engine), known.labels(version, engine), senders)


@once
def _asked(
    version: str,
    engine: Engine,
    actor: Actor,
    unit: str | None,
    form: str | None,
    period: Period,
    day: date,
) -> Asked:
    scene = known.scene(version, engine, day)
    if actor.role not in SUBMITS:
        return submission_views.instead(submission_views.NOT_YOURS, actor.name, scene)
    if unit is None:
        title = "Nộp thay đơn vị"
        return submission_views.instead(submission_views.CHOOSE_A_UNIT, title, scene)
    owed = _owed(version, engine, actor, unit, period, day)
    label, arrival = catalogue.unit(engine, unit).label, actor.role is Role.SECRETARIAT
    documents = frozenset(head.code for head in forms.form_entries(engine) if head.is_document)
    return submission_views.asked(owed, label, form, scene, documents, arrival=arrival)


@once
def _owed(
    version: str, engine: Engine, actor: Actor, unit: str, period: Period, day: date
) -> tuple[Standing, ...]:
    """Of exactly this period; a year that asks for nothing of its own is read from its last
    quarter."""
    order = list(known.forms(version, engine))
    found = obligations.handed_in_for(engine, actor, day, period, unit)
    known_forms = (one for one in found if one.obligation.form in order)
    every = sorted(known_forms, key=lambda one: order.index(one.obligation.form or ""))
    own = tuple(one for one in every if one.obligation.period == period)
    last = period.quarter_of_record
    return own or tuple(one for one in every if one.obligation.period == last)


@once
def _shown(version: str, engine: Engine, actor: Actor, numbers: str) -> Shown:
    names = _names(version, engine)
    previews = [returns.preview(engine, actor, _whole(one)) for one in numbers.split(".")]
    arrival = actor.role is Role.SECRETARIAT
    if len(previews) > 1:
        return Shown(batch=batch_views.batch(previews, names, arrival=arrival))
    preview = previews[0]
    if preview.entry.offered:
        done = _confirmed(engine, actor, preview)
        if done is None:
            return Shown(offer=offer(preview, names, arrival=arrival))
        preview = done
    head = returns.document_head(engine, actor, preview.entry.id)
    beside = frozenset(document_views.FIELDS)
    return Shown(outcome=receipt_views.outcome(preview.entry, names, head, beside))


def _confirmed(engine: Engine, actor: Actor, preview: returns.Preview) -> returns.Preview | None:
    """What an offer became, so that its address shows the receipt ever after."""
    entry = preview.entry
    same = returns.submissions(engine, actor, entry.unit, entry.period, entry.form)
    done = next((one for one in same if one.accepted and one.offer == entry.id), None)
    return None if done is None else returns.preview(engine, actor, done.id)


@once
def _remarks(version: str, engine: Engine, actor: Actor, numbers: str) -> Mapping[str, str]:
    if not numbers or "." in numbers:
        return document_views.NO_REMARKS
    return document_views.remarks(returns.submission(engine, actor, _whole(numbers)))


@once
def _sent_back(version: str, engine: Engine, actor: Actor, mark: Mark) -> SentBack | None:
    entries = returns.submissions(engine, actor, mark.unit, mark.period, mark.form)
    stands = next((one.id for one in entries if one.in_force and one.form == mark.form), None)
    items = returns.feed(engine, actor, mark.form, mark.unit, mark.period)
    return feed_views.sent_back(items, stands)


@once
def _history(version: str, engine: Engine, actor: Actor, unit: str | None) -> History:
    entries = returns.submissions(engine, actor, unit)
    return submission_views.history(entries, _names(version, engine))


@once
def _process(
    version: str,
    engine: Engine,
    actor: Actor,
    unit: str | None,
    form: str | None,
    period: Period,
    day: date,
) -> Process:
    scene = known.scene(version, engine, day)
    if actor.role not in SUBMITS | SEES_ALL:
        return process_views.instead(submission_views.NOT_YOURS, actor.name, scene)
    if unit is None:
        return process_views.instead(process_views.CHOOSE_A_UNIT, "Chọn đơn vị", scene)
    owed = _owed(version, engine, actor, unit, period, day)
    if not owed:
        label = catalogue.unit(engine, unit).label
        return process_views.instead(submission_views.NOTHING_OWED, label, scene)
    titles = {one.obligation.form or "": one.obligation.title for one in owed}
    chosen = next((one for one in owed if one.obligation.form == form), owed[0]).obligation
    story = _story(engine, actor, Mark(chosen.form or "", "", unit, chosen.period))
    names, may_act = _names(version, engine), actor.role in SUBMITS
    return process_views.process(story, titles, names, scene, may_act=may_act)


def _story(engine: Engine, actor: Actor, mark: Mark) -> Story:
    named = (mark.form, mark.unit, mark.period)
    return Story(
        mark,
        returns.submissions(engine, actor, mark.unit, mark.period, mark.form),
        returns.feed(engine, actor, *named),
        returns.attachments(engine, actor, *named),
        rows_to_attach_to(templates.form_for(engine, *named)),
    )


@once
def _difference(version: str, engine: Engine, actor: Actor, older: str, newer: str) -> Difference:
    changes = returns.difference(engine, actor, _whole(older), _whole(newer))
    return process_views.difference(changes)


@once_lately
def _received(
    version: str, engine: Engine, actor: Actor, period: Period, form: str
) -> tuple[SubmissionEntry, ...]:
    """Read once for every page of the list and for each return that is opened from it."""
    return returns.received(engine, actor, period, form or None)


@once
def _waiting(
    version: str, engine: Engine, actor: Actor, period: Period, form: str, day: date, page: int
) -> Waiting:
    entries = _received(version, engine, actor, period, form)
    names, scene = _names(version, engine), known.scene(version, engine, day)
    return review_views.waiting(entries, period, names, scene, form, page)


@once
def _opened(version: str, engine: Engine, actor: Actor, number: str, day: date) -> Opened:
    require_role(actor, SEES_ALL)
    preview = returns.preview(engine, actor, _whole(number))
    if preview.mark is None or not preview.entry.accepted:
        raise Refused(Refusal.UNKNOWN_SUBMISSION, id=number)
    values = returns.values(engine, actor, preview.entry.id)
    head = returns.document_head(engine, actor, preview.entry.id)
    received = _received(version, engine, actor, preview.mark.period, "")
    case = Case(preview, values, head, _story(engine, actor, preview.mark), received)
    names, scene = _names(version, engine), known.scene(version, engine, day)
    return review_views.opened(case, names, scene, decides=actor.role in KEEPS_HOUSE)


def _whole(typed: str) -> int:
    if not typed.isdecimal() or len(typed) > _LONGEST_NUMBER:
        raise Refused(Refusal.UNKNOWN_SUBMISSION, id=typed)
    return int(typed)
