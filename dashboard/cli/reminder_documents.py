"""Mails and reminders as the terminal prints them in JSON."""

from data_access.reminders import Notice, Reminder


def notice_document(one: Notice) -> dict[str, object]:
    return {
        "kind": one.audience.value,
        "address": one.address or None,
        "name": one.name,
        "unit": one.unit,
        "subject": one.subject,
        "body": one.body,
        "duties": list(one.duties),
    }


def mail_document(one: Reminder) -> dict[str, object]:
    return {"id": one.id} | notice_document(one.notice)


def reminder_document(one: Reminder) -> dict[str, object]:
    return mail_document(one) | {
        "day": one.day,
        "channel": one.way.value,
        "state": one.delivery.value,
        "attempts": one.attempts,
        "error": one.error or None,
        "sent": one.sent,
        "by": one.by,
    }
