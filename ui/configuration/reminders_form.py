"""Settings of warnings and reminders (SLA-9, ACC-11)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.automatic_rules import AutomaticRules
from app.services.reminder_settings import ReminderSettings, days_text, levels_text
from ui.composition import WindowContext
from ui.configuration.section import LineField, Section
from ui.jobs import Lane
from ui.override import override


class RemindersForm(Section):
    """When the desk is warned of a deadline, and when a silent client is reminded."""

    def __init__(
        self, reminders: ReminderSettings, context: WindowContext, parent: QWidget
    ) -> None:
        """Show the two lists."""
        super().__init__(context, parent, self.tr("Avisos e lembretes"), "")
        self._reminders = reminders
        self.levels, self.days, self.repeat = LineField(self), LineField(self), LineField(self)
        default = reminders.default
        self.add_field(
            "levels",
            self.tr("A&visos de prazo"),
            self.levels,
            self.tr(
                "SLA-9 · padrão: {default}. Parte do prazo usada, ou minutos úteis antes (-) e "
                "depois (+) dele; separe por ponto e vírgula."
            ).format(default=levels_text(default)),
        )
        self.add_field(
            "repeat",
            self.tr("&Repetir o aviso"),
            self.repeat,
            self.tr(
                "SLA-9 · padrão: 0, não repete. De quantos em quantos minutos úteis um chamado "
                "vencido volta a ser avisado; fora do horário da equipe, só quando ela volta."
            ),
        )
        self.add_field(
            "days",
            self.tr("&Lembretes ao cliente"),
            self.days,
            self.tr(
                "ACC-11 · padrão: {default}. Dias úteis sem resposta de um chamado pendente com o "
                "cliente; nada se encerra por isso."
            ).format(default=days_text(default)),
        )
        self.save = self.add_button(self.tr("&Salvar avisos e lembretes"), self._on_save, main=True)
        self.back = self.add_button(self.tr("Voltar ao &padrão"), self._on_default)

    @override
    def show_set(self) -> None:
        """Ask what is set."""
        self.context.jobs.submit(self._reminders.rules, self._on_read, owner=self, lane=Lane.READ)

    def _on_read(self, rules: AutomaticRules) -> None:
        if not self.is_typed_in:
            self.levels.line.setText(levels_text(rules))
            self.days.line.setText(days_text(rules))
            self.repeat.line.setText(str(rules.repeat_minutes))

    def _on_default(self) -> None:
        self.levels.line.setText(levels_text(self._reminders.default))
        self.days.line.setText(days_text(self._reminders.default))
        self.repeat.line.setText(str(self._reminders.default.repeat_minutes))
        self.is_typed_in = True

    def _on_save(self) -> None:
        levels, days, repeat = (f.line.text() for f in (self.levels, self.days, self.repeat))
        act = partial(self._reminders.keep, levels, days, repeat)
        self.keep(act, self.tr("Avisos e lembretes salvos"))
