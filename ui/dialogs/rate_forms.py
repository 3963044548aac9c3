"""What is typed of rates: a new one, the contract's terms, an adjustment, a month of the index."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.igpm import NegativePolicy
from app.services.minute_rates import ContractRates
from ui.format import full_day
from ui.widgets.form_dialog import FormDialog


class RateForm(FormDialog):
    """Asks for a rate that was agreed, and from when it holds (CON-5)."""

    def __init__(self, today: date, parent: QWidget) -> None:
        """Begin with today."""
        super().__init__(self.tr("Nova tarifa"), self.tr("&Guardar tarifa"), parent)
        self.add_words(self.tr("Os dias de antes continuam com a tarifa que valia neles."))
        self.add_line("rate", self.tr("&Tarifa por minuto"), "", "3,5000")
        self.add_line("first_day", self.tr("&Vale desde"), full_day(today))
        self.add_line("reason", self.tr("&De onde vem"), "", self.tr("contrato, aditivo…"))
        self.finish(self.tr("Cance&lar"))


class TermsForm(FormDialog):
    """Asks what the contract says of its yearly adjustment (CON-5)."""

    def __init__(self, contract: ContractRates, today: date, parent: QWidget) -> None:
        """Begin with what is known."""
        super().__init__(self.tr("Reajuste anual do contrato"), self.tr("&Guardar"), parent)
        terms = contract.terms
        anniversary = today if terms is None else terms.anniversary
        self.add_line("anniversary", self.tr("&Data-base"), full_day(anniversary))
        keeps, applies = NegativePolicy.KEEP_RATE.value, NegativePolicy.APPLY.value
        options = [
            (self.tr("mantém a tarifa"), keeps),
            (self.tr("reduz a tarifa"), applies),
        ]
        self.add_choice("negative", self.tr("&Índice negativo"), options)
        if terms is not None:
            self.choices["negative"].setCurrentIndex(
                self.choices["negative"].findData(terms.negative.value)
            )
        self.finish(self.tr("Cance&lar"))


class AdjustForm(FormDialog):
    """Shows how the adjustment is composed, and asks to apply it (CON-5)."""

    def __init__(self, contract: ContractRates, parent: QWidget) -> None:
        """Show the months of the index and what they come to."""
        super().__init__(self.tr("Reajuste pelo IGP-M"), self.tr("A&plicar reajuste"), parent)
        self.add_words(self._composition(contract))
        self.add_line(
            "published",
            self.tr("&Acumulado publicado"),
            "",
            self.tr("vazio: produto dos meses; ou como 6,54"),
        )
        self.finish(self.tr("Cance&lar"))

    def _composition(self, contract: ContractRates) -> str:
        proposal = contract.proposal
        if proposal is None:
            return contract.why_not
        months = ", ".join(
            f"{month:%m/%Y} {percent} %".replace(".", ",")
            for month, percent in proposal.accumulation.months
        )
        percent = f"{proposal.accumulation.percent:.4f}".replace(".", ",")
        said = self.tr(
            "{months}. Acumulado: {percent} %. De {before} para {after} desde {day}.{kept}"
        )
        kept = self.tr(" O índice é negativo e o contrato mantém a tarifa.")
        return said.format(
            months=months,
            percent=percent,
            before=proposal.before.in_reais,
            after=proposal.after.in_reais,
            day=full_day(proposal.first_day),
            kept=kept if proposal.is_kept else "",
        )


class IndexForm(FormDialog):
    """Asks for a month of the IGP-M with its source (CON-5)."""

    def __init__(self, last: date, parent: QWidget) -> None:
        """Say up to which month the index is known."""
        super().__init__(self.tr("Mês do IGP-M"), self.tr("&Guardar mês"), parent)
        known = self.tr(
            "O índice é conhecido até {month}. Um mês que se digita vale mais que o de fábrica."
        )
        self.add_words(known.format(month=f"{last:%m/%Y}"))
        self.add_line("month", self.tr("&Mês"), "", "07/2026")
        self.add_line("percent", self.tr("&Variação"), "", "0,52")
        self.add_line("source", self.tr("&Fonte"), "", self.tr("onde você leu"))
        self.finish(self.tr("Cance&lar"))
