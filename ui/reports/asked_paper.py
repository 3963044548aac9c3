"""What a person asks of the page Relatórios: a document, a client, a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from app.domain.clock import read_day
from app.domain.documents import DocumentKind, IssuedDocument
from app.domain.errors import InvalidInput
from app.domain.figures_data import plain_figures
from app.services.deadline_papers import Period
from app.services.workspace import Workspace

KINDS = (
    DocumentKind.CONSULTING_STATEMENT,
    DocumentKind.TICKET_STATEMENT,
    DocumentKind.SLA_REPORT,
)


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """A document that is wanted; ``client`` is a number, ``team`` a key, none for all."""

    kind: DocumentKind
    period: Period
    client: int | None = None
    team: str | None = None

    @property
    def file_name(self) -> str:
        """The name offered for its file."""
        return f"{self.kind.value.replace('_', '-')}-{self.period.first:%Y-%m-%d}.pdf"


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the window: a preview of what was asked for, or an issued document."""

    name: str
    pdf: bytes
    asked: AskedPaper | None = None
    document: IssuedDocument | None = None

    def table(self, workspace: Workspace) -> bytes:
        """Return its figures as CSV: those it was issued with, or as they stand now."""
        from reports import catalog

        if self.document is not None:
            return catalog.table(workspace.documents.contents(self.document.id)[0])
        assert self.asked is not None
        return catalog.table(figures(workspace, self.asked))


def read_asked(workspace: Workspace, typed: Mapping[str, str]) -> AskedPaper:
    """Read what was typed; ``InvalidInput`` and ``RuleRefusal`` name the field.

    ``kind client first last team``; the SLA report alone is for no client.
    """
    kind = DocumentKind(typed["kind"])
    first, last = _day(typed, "first"), _day(typed, "last")
    if last < first:
        raise InvalidInput("o período termina antes de começar", field="last")
    period = Period(first, last)
    if kind is DocumentKind.SLA_REPORT:
        return AskedPaper(kind, period, team=typed["team"] or None)
    return AskedPaper(kind, period, workspace.registry.meant(typed["client"].strip()))


def draw(workspace: Workspace, asked: AskedPaper) -> bytes:
    """Return a preview of the document."""
    if asked.kind is DocumentKind.SLA_REPORT:
        return workspace.papers.report_drawn(asked.period, asked.team)
    client = asked.client or 0
    if asked.kind is DocumentKind.TICKET_STATEMENT:
        return workspace.papers.statement_drawn(client, asked.period)
    return workspace.statements.drawn(client, asked.period.last)


def figures(workspace: Workspace, asked: AskedPaper) -> Mapping[str, object]:
    """Return the figures of a document as plain data, as they stand now."""
    if asked.kind is DocumentKind.SLA_REPORT:
        return plain_figures(workspace.papers.report(asked.period, asked.team))
    client = asked.client or 0
    if asked.kind is DocumentKind.TICKET_STATEMENT:
        return plain_figures(workspace.papers.statement(client, asked.period))
    return plain_figures(workspace.statements.preview(client, asked.period.last).figures)


def issue(workspace: Workspace, asked: AskedPaper) -> IssuedDocument:
    """Issue the document; a statement of consulting is one of a month (CON-7)."""
    if asked.kind is DocumentKind.SLA_REPORT:
        return workspace.papers.issue_report(asked.period, asked.team)
    client = asked.client or 0
    if asked.kind is DocumentKind.TICKET_STATEMENT:
        return workspace.papers.issue_statement(client, asked.period)
    return workspace.statements.issue(client, asked.period.last)


def last_month(today: date) -> Period:
    """Return the month before a day: what is asked for most."""
    first = today.replace(day=1) - relativedelta(months=1)
    return Period(first, first + relativedelta(months=1, days=-1))


def _day(typed: Mapping[str, str], field: str) -> date:
    try:
        return read_day(typed[field].strip())
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=field) from error
