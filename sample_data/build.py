"""The demonstration: Quảng Ngãi in 2022, brought in by the front door. Knows actions, no tables."""

from collections.abc import Mapping
from datetime import date

from data_access.accounts import OPERATOR, Actor, Role
from data_access.actions import setup
from data_access.actions.appraisal import appraise
from data_access.actions.criteria import import_criteria
from data_access.actions.documents import submit_document
from data_access.actions.forms import import_form
from data_access.actions.publication import publish
from data_access.actions.returns import submit_return
from data_access.clock import server_moment
from data_access.database import Engine
from data_access.moments import Moments
from sample_data import affairs, catalogue, other_documents, tables
from sample_data.affairs import Granted
from sample_data.appraisals import Announcement, GivenPoints, announcements, appraisals
from sample_data.deliveries import Delivery, deliveries
from sample_data.life import Deed, Recognised, deeds, enter, models, perform
from sample_data.papers import head, is_document, mark
from sample_data.workbooks import made_ahead

PASSWORD = "qcdc-minh-hoa-2022"
DAY = date(2023, 2, 15)
TITLE = "Số liệu minh họa, không phải số liệu chính thức của tỉnh"

Happening = Delivery | GivenPoints | Announcement | Deed | Recognised | Granted


def load(engine: Engine) -> None:
    """Fill an initialised, empty database; everything happens in the order of its moments."""
    handed_in = deliveries(tables.programme(), catalogue.units())
    happenings: list[Happening] = [*handed_in, *appraisals(tables.criteria()), *announcements()]
    happenings += [*deeds(), *models(), *affairs.granted()]
    actors = _actors()
    with made_ahead(handed_in) as contents:
        _set_up(engine)
        for happening in sorted(happenings, key=lambda one: one.at):
            if isinstance(happening, Delivery):
                _hand_in(engine, actors, happening, next(contents))
            else:
                _happen(engine, actors[None], happening)
    affairs.load(engine)
    other_documents.hand_in(engine)


def _set_up(engine: Engine) -> None:
    setup.import_units(engine, OPERATOR, catalogue.units())
    setup.import_tiles(engine, OPERATOR, catalogue.tiles())
    import_criteria(engine, OPERATOR, tables.criteria_text())
    for text in tables.form_texts():
        import_form(engine, OPERATOR, text)
    # Before programmes and returns: only a demonstration may choose its moments.
    setup.mark_demonstration(engine, OPERATOR, DAY, TITLE)
    setup.import_programme(engine, OPERATOR, tables.programme_text())
    other_documents.set_up(engine)
    setup.name_home(engine, OPERATOR, tables.programme().issuer)
    for one in catalogue.accounts():
        setup.add_account(engine, OPERATOR, one.user, one.name, PASSWORD, one.role, one.unit)


def _actors() -> Mapping[str | None, Actor]:
    """By unit; under None the secretariat, which enters what units without an account send."""
    found = [one.actor for one in catalogue.accounts()]
    secretariat = next(actor for actor in found if actor.role is Role.SECRETARIAT)
    of_units = (actor for actor in found if actor.role is Role.UNIT)
    return {None: secretariat} | {actor.unit: actor for actor in of_units}


def _hand_in(
    engine: Engine, actors: Mapping[str | None, Actor], delivery: Delivery, content: bytes
) -> None:
    actor, moments = actors.get(delivery.unit, actors[None]), Moments(delivery.at, server_moment())
    name = f"{delivery.form}_{delivery.unit.lower()}_{delivery.period}"
    if is_document(delivery.form):
        said = mark(delivery), head(delivery)
        submit_document(engine, actor, f"{name}.docx", content, *said, moments)
    else:
        submit_return(engine, actor, f"{name}.xlsx", content, moments)


def _happen(engine: Engine, secretariat: Actor, happening: Happening) -> None:
    if isinstance(happening, Deed):
        accounts = {one.user: one.actor for one in catalogue.accounts()}
        perform(engine, accounts[happening.user], happening)
    elif isinstance(happening, Granted):
        affairs.grant(engine, happening)
    elif isinstance(happening, Recognised):
        enter(engine, secretariat, happening)
    else:
        _decide(engine, secretariat, happening)


def _decide(engine: Engine, actor: Actor, happening: GivenPoints | Announcement) -> None:
    moments = Moments(happening.at, server_moment())
    if isinstance(happening, Announcement):
        signed = {"decision": happening.decision, "decided_on": happening.at.date()}
        publish(engine, actor, happening.period, moments=moments, **signed)
        return
    appraise(
        engine,
        actor,
        happening.unit,
        happening.period,
        happening.criterion,
        happening.points,
        happening.reason,
        moments,
    )
