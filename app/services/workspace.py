"""An open database with every service on it, as window and command line are given it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from app.domain.changes import Changes
from app.services.consulting_services import ConsultingServices

if TYPE_CHECKING:
    from app.services.articles import ArticleService
    from app.services.attachments import AttachmentService
    from app.services.automation import AutomationService
    from app.services.bulk_acts import BulkActs
    from app.services.calendar_editing import CalendarEditing
    from app.services.calendar_spans import CalendarSpans
    from app.services.calendars import CalendarService
    from app.services.client_import import ClientImportService
    from app.services.client_registry import ClientRegistry
    from app.services.contact_identity import ContactIdentity
    from app.services.delivery import DeliveryService
    from app.services.desk_acts import DeskActs
    from app.services.desk_catalog import CatalogService
    from app.services.desk_people import DeskPeople
    from app.services.directory import DirectoryService
    from app.services.holiday_proposals import HolidayProposals
    from app.services.importing import ImportingService
    from app.services.intake import IntakeService
    from app.services.intake_records import IntakeRecords
    from app.services.mail_settings import MailSettings
    from app.services.news import NewsService
    from app.services.oferta_p import OfertaService
    from app.services.outbox import OutboxService
    from app.services.presence import PresenceService
    from app.services.privacy import PrivacyService
    from app.services.queue import QueueService
    from app.services.reminder_settings import ReminderSettings
    from app.services.roster import OnDuty, RosterService
    from app.services.rule_settings import RuleSettings
    from app.services.sla_policies import SlaPolicies
    from app.services.suggestions import SuggestionService
    from app.services.templates import TemplateService
    from app.services.tickets import TicketService


STEPS_AT_ONCE = 200
"""So many steps are taken between two looks at what others did."""


class Workspace(ConsultingServices):
    """The services of one open database, each imported and made when it is first asked for."""

    @cached_property
    def queue(self) -> QueueService:
        """The queue."""
        from app.services.queue import QueueService

        return QueueService(self.desk)

    @cached_property
    def tickets(self) -> TicketService:
        """Single tickets."""
        from app.services.tickets import TicketService

        return TicketService(self.desk)

    @cached_property
    def people(self) -> DeskPeople:
        """The people of the desk, and who sits here."""
        from app.services.desk_people import DeskPeople

        return DeskPeople(self.desk)

    @cached_property
    def rules(self) -> RuleSettings:
        """The desk's own figures."""
        from app.services.rule_settings import RuleSettings

        return RuleSettings(self.desk)

    @cached_property
    def catalog(self) -> CatalogService:
        """Routing, severity, and what is offered in a new ticket."""
        from app.services.desk_catalog import CatalogService

        return CatalogService(self.desk)

    @cached_property
    def bulk(self) -> BulkActs:
        """One act on many tickets."""
        from app.services.bulk_acts import BulkActs

        return BulkActs(self.desk, self.acts)

    @cached_property
    def news(self) -> NewsService:
        """News of the tickets of whoever sits here."""
        from app.services.news import NewsService

        return NewsService(self.desk)

    @cached_property
    def articles(self) -> ArticleService:
        """What the desk knows already."""
        from app.services.articles import ArticleService

        return ArticleService(self.desk)

    @cached_property
    def presence(self) -> PresenceService:
        """Who else has a ticket open."""
        from app.services.presence import PresenceService

        return PresenceService(self.desk)

    @cached_property
    def policies(self) -> SlaPolicies:
        """The promises of the desk as settings."""
        from app.services.sla_policies import SlaPolicies

        return SlaPolicies(self.desk)

    @cached_property
    def directory(self) -> DirectoryService:
        """The service areas."""
        from app.services.directory import DirectoryService

        return DirectoryService(self.desk)

    @cached_property
    def attachments(self) -> AttachmentService:
        """The files of tickets."""
        from app.services.attachments import AttachmentService

        return AttachmentService(self.desk)

    @cached_property
    def calendars(self) -> CalendarService:
        """The calendars of the teams."""
        from app.services.calendars import CalendarService

        return CalendarService(self.desk)

    @cached_property
    def calendar_editing(self) -> CalendarEditing:
        """Edits of the calendars."""
        from app.services.calendar_editing import CalendarEditing

        return CalendarEditing(self.desk)

    @cached_property
    def calendar_spans(self) -> CalendarSpans:
        """Days as the page Calendário shows them."""
        from app.services.calendar_spans import CalendarSpans

        return CalendarSpans(self.desk, self.roster)

    @cached_property
    def roster(self) -> RosterService:
        """Who is on duty."""
        from app.services.roster import RosterService

        return RosterService(self.desk)

    @cached_property
    def oferta_p(self) -> OfertaService:
        """What Oferta P owes."""
        from app.services.oferta_p import OfertaService

        return OfertaService(self.desk)

    @cached_property
    def proposals(self) -> HolidayProposals:
        """Holidays that wait to be confirmed."""
        from app.services.holiday_proposals import HolidayProposals

        return HolidayProposals(self.desk)

    @cached_property
    def importing(self) -> ImportingService:
        """The import of logs."""
        from app.services.importing import ImportingService

        return ImportingService(self.desk)

    @cached_property
    def automation(self) -> AutomationService:
        """What tickets do by themselves."""
        from app.services.automation import AutomationService

        return AutomationService(self.desk)

    @cached_property
    def acts(self) -> DeskActs:
        """What people do to tickets."""
        from app.services.desk_acts import DeskActs

        return DeskActs(self.desk)

    @cached_property
    def intake(self) -> IntakeService:
        """What is asked before a ticket is opened."""
        from app.services.intake import IntakeService

        return IntakeService(self.desk)

    @cached_property
    def identity(self) -> ContactIdentity:
        """Who a caller is."""
        from app.services.contact_identity import ContactIdentity

        return ContactIdentity(self.desk)

    @cached_property
    def privacy(self) -> PrivacyService:
        """What is kept of one person."""
        from app.services.privacy import PrivacyService

        return PrivacyService(self.desk)

    @cached_property
    def records(self) -> IntakeRecords:
        """What intake does that becomes no ticket."""
        from app.services.intake_records import IntakeRecords

        return IntakeRecords(self.desk)

    @cached_property
    def suggestions(self) -> SuggestionService:
        """Solved tickets that resemble what is typed."""
        from app.services.suggestions import SuggestionService

        return SuggestionService(self.desk)

    @cached_property
    def client_import(self) -> ClientImportService:
        """The import of clients and contacts."""
        from app.services.client_import import ClientImportService

        return ClientImportService(self.desk)

    @cached_property
    def registry(self) -> ClientRegistry:
        """Clients and their contacts."""
        from app.services.client_registry import ClientRegistry

        return ClientRegistry(self.desk)

    @cached_property
    def outbox(self) -> OutboxService:
        """The messages that go out."""
        from app.services.outbox import OutboxService

        return OutboxService(self.desk)

    @cached_property
    def mail(self) -> MailSettings:
        """The server through which messages go."""
        from app.services.mail_settings import MailSettings

        return MailSettings(self.desk)

    @cached_property
    def templates(self) -> TemplateService:
        """The texts of messages."""
        from app.services.templates import TemplateService

        return TemplateService(self.desk)

    @cached_property
    def reminders(self) -> ReminderSettings:
        """When warnings and reminders go out."""
        from app.services.reminder_settings import ReminderSettings

        return ReminderSettings(self.desk)

    @cached_property
    def delivery(self) -> DeliveryService:
        """The delivery of messages."""
        from app.services.delivery import DeliveryService

        return DeliveryService(self.desk)

    @property
    def label(self) -> str:
        """What a person calls the database."""
        return self.desk.label

    def look_for_changes(self) -> Changes:
        """Return what was written since the last look, by this desk or another."""
        return self.desk.look_for_changes()

    def take_due_steps(self) -> bool:
        """Let some tickets take their own steps (ACC-7); tells whether more are due.

        A database that may only be read is left as it is.
        """
        if not self.desk.database.is_writable():
            return False
        taken = islice(self.automation.run(), STEPS_AT_ONCE)
        return len(list(taken)) == STEPS_AT_ONCE

    def deliver_messages(self, check: Callable[[], None]) -> None:
        """Try every message whose turn has come; ``check`` may raise to stop between two."""
        if self.desk.database.is_writable():
            for _message in self.delivery.deliver(check):
                pass

    def on_duty_now(self) -> tuple[OnDuty, ...]:
        """Return who is on duty at this instant, team by team (CAL-7)."""
        return self.roster.on_duty_now()

    def close(self) -> None:
        """Leave the ticket that is open here, and let go of the database."""
        if "presence" in self.__dict__:
            self.presence.leave()
        self.desk.close()
