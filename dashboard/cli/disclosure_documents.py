"""The registers of disclosure, of consultations and the dossiers as JSON."""

from collections.abc import Iterable

from dashboard.views.finding_words import finding_text
from data_access.queries.consultations import ConsultationEntry, ConsultationRegister
from data_access.queries.disclosures import DisclosureEntry, DisclosureRegister
from data_access.queries.dossiers import Dossier, DossierPart
from data_access.register_books import Origin, RegisterHead
from scoring.findings import Finding, Measured
from scoring.register_lines import Minutes, Paper

Document = dict[str, object]


def disclosure_document(register: DisclosureRegister) -> Document:
    lines = [_disclosure(one) for one in register.entries]
    return {**_head(register.head), "lines": lines}


def _head(head: RegisterHead) -> Document:
    return {
        "unit": head.unit.code,
        "period": head.period,
        "on": head.day,
        "track": head.track,
        "handed_in": [_origin(one) for one in head.handed_in],
        "missing": list(head.missing),
        "nothing": list(head.nothing),
    }


def _origin(origin: Origin) -> Document:
    return {"period": origin.period, "id": origin.submission, "receipt": origin.receipt}


def _disclosure(entry: DisclosureEntry) -> Document:
    line, assessed = entry.assessed.line, entry.assessed
    return {
        "line": line.number,
        "receipt": entry.origin.receipt,
        "track": line.track,
        "item": line.item,
        "content": line.content,
        "decision": _paper(line.decision),
        "spans": [{"from": one.first, "to": one.last} for one in line.spans],
        "opened": _minutes(line.opened),
        "closed": _minutes(line.closed),
        "feedback": line.feedback,
        "measured": [_measured(one) for one in assessed.measured],
        "findings": _findings(assessed.findings),
    }


def _paper(paper: Paper) -> Document:
    return {"number": paper.number, "dated": paper.dated}


def _minutes(minutes: Minutes) -> Document:
    return {**_paper(minutes.paper), "at": minutes.done.typed}


def _measured(one: Measured) -> Document:
    rule = one.rule
    return {
        "rule": one.key,
        "verdict": one.verdict,
        "counted": one.counted,
        "asked": rule and rule.n,
        "count": rule and rule.count,
        "since": one.since,
        "until": one.until,
        "limit": one.limit,
        "otherwise": one.otherwise,
        "article": rule and rule.article,
    }


def _findings(findings: Iterable[Finding]) -> list[Document]:
    return [
        {"code": one.remark, "weight": one.weight, "message": finding_text(one)} for one in findings
    ]


def consultation_document(register: ConsultationRegister) -> Document:
    lines = [_consultation(one) for one in register.entries]
    return {**_head(register.head), "lines": lines}


def _consultation(entry: ConsultationEntry) -> Document:
    line, assessed = entry.assessed.line, entry.assessed
    return {
        "line": line.number,
        "receipt": entry.origin.receipt,
        "track": line.track,
        "draft": line.draft,
        "plan": _paper(line.plan),
        "from": line.asked_from,
        "to": line.asked_until,
        "meeting": line.meeting.day,
        "minuted": line.meeting.minuted,
        "spoken": line.opinions.spoken,
        "received": line.opinions.received,
        "accepted": line.opinions.accepted,
        "rejected": line.opinions.rejected,
        "explanation": _paper(line.explanation),
        "issued": _paper(line.issued),
        "report": _paper(line.report),
        "measured": [_measured(one) for one in assessed.measured],
        "findings": _findings(assessed.findings),
    }


def dossier_document(dossier: Dossier) -> Document:
    missing = [one.paper.code for one in dossier.papers if one.is_missing]
    parts = [_part(one) for one in dossier.parts]
    return {**_head(dossier.head), "missing_papers": missing, "parts": parts}


def _part(part: DossierPart) -> Document:
    return {
        "title": part.title,
        "papers": [
            {
                "code": one.paper.code,
                "title": title,
                "kept": one.paper.kept,
                **_paper(one.paper.paper),
                "missing": one.is_missing,
                "findings": _findings(one.findings),
            }
            for title, one in part.papers
        ],
    }
