"""The receiving slip (phiếu tiếp nhận) as a JSON document, by address and at the terminal."""

from data_access.submission_entries import SubmissionEntry


def receipt_document(entry: SubmissionEntry) -> dict[str, object]:
    """`received` is the moment of handing in, `recorded` the server's; what came by another way
    has the office's own day, number and channel beside them."""
    arrival = entry.arrival
    return {
        "receipt": entry.receipt,
        "file_name": entry.file_name,
        "sha256": entry.sha256,
        "received": entry.received.isoformat(),
        "recorded": entry.recorded.isoformat(),
        "arrived": arrival.day.isoformat() if arrival else None,
        "arrival_number": arrival.number or None if arrival else None,
        "channel": arrival.channel.value if arrival else None,
        "form": entry.form,
        "unit": entry.unit,
        "period": str(entry.period) if entry.period else None,
        "sent_by": entry.sent_by,
        "estimate": entry.estimate,
        "identified_by_person": entry.identified_by_person,
        "receivers": list(entry.receivers),
    }
