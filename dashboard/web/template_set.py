"""All forms that a unit owes for a period in one archive, each made out for it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.views.owed import owed_forms
from data_access.accounts import Actor
from data_access.database import Engine
from data_access.moments import today
from data_access.queries.forms import form_entries
from data_access.queries.obligations import handed_in_for
from data_access.queries.templates import TemplateFile, template
from scoring.periods import Period

# Zip knows no year before 1980, and the same forms make the same bytes.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def template_set(engine: Engine, actor: Actor, unit: str, period: Period) -> bytes | None:
    """None where the unit owes no spreadsheet; signed documents have no template."""
    documents = {head.code for head in form_entries(engine) if head.is_document}
    every = owed_forms(handed_in_for(engine, actor, today(engine), period, unit))
    asked = [one.obligation for one in every if one.obligation.form not in documents]
    made = [template(engine, actor, one.form or "", one.unit, one.period) for one in asked]
    return _archive(made) if made else None


def _archive(files: list[TemplateFile]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for file in files:
            member = ZipInfo(file.name, _LONG_AGO)
            member.external_attr = _READABLE
            archive.writestr(member, file.content, ZIP_DEFLATED)
    return written.getvalue()
