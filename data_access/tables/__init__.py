"""The tables, as they are after the latest migration. Holds no queries.

No ON DELETE anywhere: nothing that a person handed in or decided is ever deleted.
"""

from data_access.tables.catalogue import (
    account,
    journal,
    session,
    setting,
    sign_in_attempt,
    tile,
    unit,
)
from data_access.tables.documents import (
    criteria_set,
    form_definition,
    programme,
    programme_closing,
    programme_draft,
)
from data_access.tables.duties import calendar_day, exemption, extension, mail_recipient, reminder
from data_access.tables.people import (
    area_assignment,
    inspection,
    inspection_event,
    inspection_visit,
    office,
    office_holding,
    recommendation,
    recommendation_event,
    succession,
)
from data_access.tables.returns import (
    attachment,
    document_head,
    entry,
    reopening,
    return_event,
    stored_file,
    submission,
)
from data_access.tables.scores import (
    appraisal,
    outside_figure,
    publication,
    recognised_model,
    remedy,
    score_decision,
    score_event,
)
from data_access.tables.shared import metadata

__all__ = [
    "account",
    "appraisal",
    "area_assignment",
    "attachment",
    "calendar_day",
    "criteria_set",
    "document_head",
    "entry",
    "exemption",
    "extension",
    "form_definition",
    "inspection",
    "inspection_event",
    "inspection_visit",
    "journal",
    "mail_recipient",
    "metadata",
    "office",
    "office_holding",
    "outside_figure",
    "programme",
    "programme_closing",
    "programme_draft",
    "publication",
    "recognised_model",
    "recommendation",
    "recommendation_event",
    "remedy",
    "reminder",
    "reopening",
    "return_event",
    "score_decision",
    "score_event",
    "session",
    "setting",
    "sign_in_attempt",
    "stored_file",
    "submission",
    "succession",
    "tile",
    "unit",
]
