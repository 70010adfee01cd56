"""A signed document (plan, narrative report): its fields, and what is wrong in each."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dashboard.wording import sentence
from data_access.queries.returns import SubmissionEntry
from scoring.issues import Issue

# As data_access.document_heads names the fields in its issues.
NUMBER, SIGNED_ON, SIGNER, ABSTRACT = "Số, ký hiệu", "Ngày ký", "Người ký", "Trích yếu"
FIELDS = (NUMBER, SIGNED_ON, SIGNER, ABSTRACT)

NO_REMARKS: Mapping[str, str] = MappingProxyType({})


def remarks(entry: SubmissionEntry | None) -> Mapping[str, str]:
    """By field: what was wrong with the document handed in last, said where it is corrected."""
    if entry is None or entry.accepted:
        return NO_REMARKS
    return {found.where.label or "": sentence(found) for found in _of_fields(entry.issues)}


def _of_fields(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    return tuple(found for found in issues if found.where.label in FIELDS)
