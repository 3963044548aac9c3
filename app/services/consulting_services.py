"""The services of consulting and of documents, each imported and made when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.desk import Desk

if TYPE_CHECKING:
    from app.services.billing_settings import BillingSettings
    from app.services.consulting import ConsultingService
    from app.services.consulting_cards import ConsultingCards
    from app.services.consulting_statements import ConsultingStatements
    from app.services.dashboard import DashboardService
    from app.services.deadline_papers import DeadlinePapers
    from app.services.documents import DocumentService
    from app.services.index_months import IndexService
    from app.services.issuing import Draw, Issuing
    from app.services.minute_rates import RateService
    from app.services.month_close import MonthClose
    from app.services.surveys import SurveyService
    from app.services.time_entries import TimeEntryService
    from app.services.time_export import TimeExportService
    from app.services.time_import import TimeImportService
    from app.services.timer import TimerService


class ConsultingServices:
    """Minutes, rates and papers of one open database."""

    def __init__(self, desk: Desk, draw: Draw | None = None) -> None:
        """Stand on a desk; ``draw`` turns figures into documents."""
        self.desk = desk
        self._draw = draw

    @cached_property
    def time_entries(self) -> TimeEntryService:
        """Minutes on tickets."""
        from app.services.time_entries import TimeEntryService

        return TimeEntryService(self.desk)

    @cached_property
    def timer(self) -> TimerService:
        """The running timer."""
        from app.services.timer import TimerService

        return TimerService(self.desk)

    @cached_property
    def rates(self) -> RateService:
        """Rates per minute."""
        from app.services.minute_rates import RateService

        return RateService(self.desk)

    @cached_property
    def index(self) -> IndexService:
        """The months of the IGP-M."""
        from app.services.index_months import IndexService

        return IndexService(self.desk)

    @cached_property
    def billing_rules(self) -> BillingSettings:
        """How seconds become billed minutes."""
        from app.services.billing_settings import BillingSettings

        return BillingSettings(self.desk)

    @cached_property
    def issuing(self) -> Issuing:
        """What numbers and keeps documents."""
        from app.services.issuing import Issuing, undrawn

        return Issuing(self.desk, self._draw or undrawn)

    @cached_property
    def consulting(self) -> ConsultingService:
        """Consultings, their letters and terms."""
        from app.services.consulting import ConsultingService

        return ConsultingService(self.desk, self.issuing)

    @cached_property
    def statements(self) -> ConsultingStatements:
        """The statements of consulting."""
        from app.services.consulting_statements import ConsultingStatements

        return ConsultingStatements(self.desk, self.issuing)

    @cached_property
    def month_close(self) -> MonthClose:
        """What is checked before a month is issued."""
        from app.services.month_close import MonthClose

        return MonthClose(self.desk, self.statements)

    @cached_property
    def consulting_cards(self) -> ConsultingCards:
        """The consulting of single tickets."""
        from app.services.consulting_cards import ConsultingCards

        return ConsultingCards(self.desk, self.statements)

    @cached_property
    def papers(self) -> DeadlinePapers:
        """Ticket statements and SLA reports."""
        from app.services.deadline_papers import DeadlinePapers

        return DeadlinePapers(self.desk, self.issuing)

    @cached_property
    def dashboard(self) -> DashboardService:
        """What managers count."""
        from app.services.dashboard import DashboardService

        return DashboardService(self.desk)

    @cached_property
    def time_import(self) -> TimeImportService:
        """The import of minutes."""
        from app.services.time_import import TimeImportService

        return TimeImportService(self.desk)

    @cached_property
    def time_export(self) -> TimeExportService:
        """The export of minutes."""
        from app.services.time_export import TimeExportService

        return TimeExportService(self.desk)

    @cached_property
    def surveys(self) -> SurveyService:
        """What clients think of what was done."""
        from app.services.surveys import SurveyService

        return SurveyService(self.desk)

    @cached_property
    def documents(self) -> DocumentService:
        """Documents that were issued."""
        from app.services.documents import DocumentService

        return DocumentService(self.desk)
