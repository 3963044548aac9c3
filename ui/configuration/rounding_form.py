"""Setting of how worked seconds become billed minutes (CON-4)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.billing import DEFAULT_ROUNDING, RoundingLevel, RoundingMode, RoundingRule
from app.services.billing_settings import BillingSettings
from ui.composition import WindowContext
from ui.configuration.section import LineField, Section
from ui.jobs import Lane
from ui.override import override
from ui.widgets.refusable import Refusable


class RoundingForm(Section):
    """The rule by which the next statements count; issued ones keep theirs."""

    def __init__(self, billing: BillingSettings, context: WindowContext, parent: QWidget) -> None:
        """Offer the ways there are."""
        about = self.tr(
            "Vale para os próximos demonstrativos; os já emitidos não mudam, nem os seus créditos."
        )
        super().__init__(context, parent, self.tr("Minutos cobrados"), about)
        self._billing = billing
        self.mode, self.level, self.minimum = QComboBox(self), QComboBox(self), LineField(self)
        for mode, words in (
            (RoundingMode.UP, self.tr("para cima")),
            (RoundingMode.NEAREST, self.tr("para o minuto mais próximo")),
            (RoundingMode.DOWN, self.tr("para baixo")),
        ):
            self.mode.addItem(words, mode.value)
        for level, words in (
            (RoundingLevel.LINE, self.tr("uma vez por chamado e tarifa")),
            (RoundingLevel.ENTRY, self.tr("a cada apontamento")),
        ):
            self.level.addItem(words, level.value)
        self.add_field(
            "mode",
            self.tr("&Arredondar"),
            self._holding(self.mode),
            self.tr("CON-4 · padrão: para cima. Como os segundos que sobram viram um minuto."),
        )
        self.add_field(
            "level",
            self.tr("&Quando"),
            self._holding(self.level),
            self.tr("CON-4 · padrão: uma vez por chamado e tarifa, sobre a soma dos apontamentos."),
        )
        self.add_field(
            "minimum",
            self.tr("&Mínimo"),
            self.minimum,
            self.tr("CON-4 · padrão: 0. Minutos que se cobram ao menos, onde algo se cobra."),
        )
        self.save = self.add_button(self.tr("&Salvar arredondamento"), self._on_save, main=True)
        self.back = self.add_button(self.tr("Voltar ao &padrão"), self._on_default)

    def _holding(self, box: QComboBox) -> Refusable:
        field = Refusable(self)
        field.hold(box)
        box.activated.connect(field.changed)
        return field

    @override
    def show_set(self) -> None:
        """Ask what is set."""
        self.context.jobs.submit(self._billing.rounding, self._on_read, owner=self, lane=Lane.READ)

    def _on_read(self, rule: RoundingRule) -> None:
        if not self.is_typed_in:
            self._show(rule)

    def _show(self, rule: RoundingRule) -> None:
        self.mode.setCurrentIndex(self.mode.findData(rule.mode.value))
        self.level.setCurrentIndex(self.level.findData(rule.level.value))
        self.minimum.line.setText(str(rule.minimum))

    def _on_default(self) -> None:
        self._show(DEFAULT_ROUNDING)
        self.is_typed_in = True

    def _on_save(self) -> None:
        typed = {
            "mode": str(self.mode.currentData()),
            "level": str(self.level.currentData()),
            "minimum": self.minimum.line.text(),
        }
        self.keep(partial(self._billing.keep, typed), self.tr("Arredondamento salvo"))
