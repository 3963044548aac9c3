"""Settings of the figures the guide leaves open (§3-§5), each with its default and its rule."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.desk_rules import BOUNDS, DeskRules
from app.services.rule_settings import RuleSettings
from ui.composition import WindowContext
from ui.configuration.section import LineField, Section
from ui.jobs import Lane
from ui.override import override
from ui.texts import QT_TRANSLATE_NOOP, translated

_FIGURE_WIDTH = 96
_WORDS = {
    "acceptance_days": (
        QT_TRANSLATE_NOOP("RulesForm", "&Aceite, em dias"),
        QT_TRANSLATE_NOOP("RulesForm", "Dias corridos para o cliente aceitar uma solução."),
    ),
    "reminder_days": (
        QT_TRANSLATE_NOOP("RulesForm", "&Lembrete, dias antes"),
        QT_TRANSLATE_NOOP("RulesForm", "Dias entre o lembrete e o limite do aceite."),
    ),
    "reminder_hour": (
        QT_TRANSLATE_NOOP("RulesForm", "&Hora do lembrete"),
        QT_TRANSLATE_NOOP("RulesForm", "A partir de que hora de Brasília o lembrete sai."),
    ),
    "postponement_days": (
        QT_TRANSLATE_NOOP("RulesForm", "A&diamento, em dias"),
        QT_TRANSLATE_NOOP("RulesForm", "Dias corridos do único adiamento do aceite."),
    ),
    "annulment_days": (
        QT_TRANSLATE_NOOP("RulesForm", "A&nulação, em dias úteis"),
        QT_TRANSLATE_NOOP(
            "RulesForm", "Até quando um ato dentro do limite, registrado tarde, anula o "
            "encerramento automático."
        ),
    ),
    "survey_days": (
        QT_TRANSLATE_NOOP("RulesForm", "Pes&quisa, em dias"),
        QT_TRANSLATE_NOOP("RulesForm", "Dias corridos em que a resposta à pesquisa conta."),
    ),
    "wrong_tries": (
        QT_TRANSLATE_NOOP("RulesForm", "&Tentativas erradas"),
        QT_TRANSLATE_NOOP("RulesForm", "Senhas ou PINs errados até a entrada fechar."),
    ),
    "lock_minutes": (
        QT_TRANSLATE_NOOP("RulesForm", "&Bloqueio, em minutos"),
        QT_TRANSLATE_NOOP("RulesForm", "Por quanto tempo a entrada fica fechada."),
    ),
    "review_months": (
        QT_TRANSLATE_NOOP("RulesForm", "Re&visão, em meses"),
        QT_TRANSLATE_NOOP("RulesForm", "Depois disso se confere quem aprova consultoria."),
    ),
    "attachment_mb": (
        QT_TRANSLATE_NOOP("RulesForm", "Ane&xo, em MB"),
        QT_TRANSLATE_NOOP("RulesForm", "O maior arquivo que se guarda com um chamado."),
    ),
}  # fmt: skip


class RulesForm(Section):
    """One line per figure; what tickets were promised before stays as it was."""

    def __init__(self, rules: RuleSettings, context: WindowContext, parent: QWidget) -> None:
        """Show the figures."""
        about = self.tr(
            "Valem para o que acontece daqui em diante: o que um cliente já recebeu como prazo de "
            "aceite fica como foi prometido (SLA-11)."
        )
        super().__init__(context, parent, self.tr("Regras"), about)
        self._rules = rules
        for name, (label, words) in _WORDS.items():
            field = LineField(self)
            field.line.setFixedWidth(_FIGURE_WIDTH)
            hint = self.tr("{rule} · padrão: {default}. {words}").format(
                rule=BOUNDS[name].rule,
                default=getattr(rules.default, name),
                words=translated("RulesForm", words),
            )
            self.add_field(name, translated("RulesForm", label), field, hint)
        self.add_field(
            "folder",
            self.tr("Pasta dos anex&os"),
            LineField(self),
            self.tr(
                "TKT-2 · padrão: ao lado do banco. Só um banco PostgreSQL precisa dela: uma pasta "
                "que todas as mesas alcancem."
            ),
        )
        self.save = self.add_button(self.tr("&Salvar regras"), self._on_save, main=True)
        self.back = self.add_button(self.tr("Voltar ao &padrão"), self._on_default)

    def line_of(self, name: str) -> LineField:
        """Return the field of a figure."""
        field = self.fields[name]
        assert isinstance(field, LineField)
        return field

    @override
    def show_set(self) -> None:
        """Ask what is set."""
        self.context.jobs.submit(self._rules.rules, self._on_read, owner=self, lane=Lane.READ)

    def _on_read(self, known: tuple[DeskRules, str]) -> None:
        if not self.is_typed_in:
            rules, folder = known
            self._show(rules)
            self.line_of("folder").line.setText(folder)

    def _show(self, rules: DeskRules) -> None:
        for name in _WORDS:
            self.line_of(name).line.setText(str(getattr(rules, name)))

    def _on_default(self) -> None:
        self._show(self._rules.default)
        self.is_typed_in = True

    def _on_save(self) -> None:
        typed = {name: self.line_of(name).line.text() for name in self.fields}
        self.keep(partial(self._rules.keep, typed), self.tr("Regras salvas"))
