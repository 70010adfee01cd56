"""What the pages ask about forms: the versions, the documentation of one, a file to check."""

from dataclasses import dataclass
from datetime import date

from dashboard.questions import catalogue as known
from dashboard.questions.once import once
from dashboard.views import forms as form_views
from dashboard.views.forms import Checked, FormPage, Forms
from dashboard.views.table import Link
from data_access.accounts import KEEPS_HOUSE, Actor, require_role
from data_access.database import Engine
from data_access.form_files import form_from_text
from data_access.queries import catalogue, forms
from scoring.form_definitions import FormDefinition
from scoring.programmes import Programme, ReportDuty
from scoring.refusals import Refusal, Refused


@dataclass(frozen=True)
class FormQuestions:
    """One rerun's questions about forms. Forms are kept, and read here, by those who keep house."""

    engine: Engine
    version: str
    actor: Actor

    def forms(self, day: date) -> Forms:
        return _forms(self.version, self.engine, self.actor, day)

    def page(self, code: str, version: str, day: date) -> FormPage:
        return _page(self.version, self.engine, self.actor, code, version, day)

    def checked(self, content: bytes) -> Checked:
        text = content.decode("utf-8-sig", "replace")
        return form_views.checked(*form_from_text(text))


@once
def _forms(version: str, engine: Engine, actor: Actor, day: date) -> Forms:
    require_role(actor, KEEPS_HOUSE)
    return form_views.forms(forms.form_entries(engine), known.scene(version, engine, day))


@once
def _page(
    version: str, engine: Engine, actor: Actor, code: str, form_version: str, day: date
) -> FormPage:
    require_role(actor, KEEPS_HOUSE)
    definition, _issues = form_from_text(forms.form_document(engine, code, form_version))
    if definition is None:
        raise Refused(Refusal.UNKNOWN_FORM, form=code)
    template = None if definition.is_document else _template(version, engine, definition)
    return form_views.form_page(definition, known.scene(version, engine, day), template)


def _template(version: str, engine: Engine, definition: FormDefinition) -> Link | None:
    """As the first unit that owes it gets it for the first period of the newest programme."""
    for programme in reversed(catalogue.programmes(engine)):
        for duty in programme.reports:
            if duty.form == definition.code:
                return _template_of(engine, programme, duty, definition)
    return None


def _template_of(
    engine: Engine, programme: Programme, duty: ReportDuty, definition: FormDefinition
) -> Link | None:
    debtors = programme.debtors(duty, catalogue.units(engine))
    owed = programme.report_obligations(duty, debtors[:1])
    asked = [one for one in owed if definition.in_force_on(one.period.last_day)]
    if not asked:
        return None
    named = (("form", duty.form), ("unit", asked[0].unit), ("period", str(asked[0].period)))
    return Link("tep/bieu-mau", named, keeps=False)
