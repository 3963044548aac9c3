"""Settings of the promises: so many hours or days per severity, and from when on (SLA-6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.clock import local_date
from app.domain.policy_changes import PolicyScope, scope_of, write_targets
from app.domain.severity import Severity
from app.domain.sla_policy import SlaPolicy
from app.services.sla_policies import KnownPolicies, SlaPolicies
from ui.composition import WindowContext
from ui.configuration.table_section import TableSection
from ui.desk_words import severity_text
from ui.format import full_day
from ui.override import override
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.widgets.form_dialog import FormDialog

_LABELS = {
    Severity.CRITICAL: QT_TRANSLATE_NOOP("PolicyForm", "&Crítica"),
    Severity.HIGH: QT_TRANSLATE_NOOP("PolicyForm", "Al&ta"),
    Severity.MEDIUM: QT_TRANSLATE_NOOP("PolicyForm", "&Média"),
    Severity.LOW: QT_TRANSLATE_NOOP("PolicyForm", "&Baixa"),
}
_EXAMPLE = "10 h / 4 d"


class PolicyForm(FormDialog):
    """Asks for a new version of the promises, beginning with one that is known."""

    def __init__(
        self, known: KnownPolicies, like: SlaPolicy | None, first: date, parent: QWidget
    ) -> None:
        """Offer whom it could be for, and what that version promises."""
        super().__init__(self.tr("Novas metas"), self.tr("&Salvar metas"), parent)
        self.add_words(
            self.tr(
                "Suporte / manutenção, em horas (h) ou dias úteis (d). Os chamados já abertos "
                "ficam com o prazo prometido (SLA-11)."
            )
        )
        scopes = [
            PolicyScope(),
            *(PolicyScope(contract=contract) for contract in known.contracts),
            *(PolicyScope(team=team.key) for team in known.teams),
        ]
        names = [(scope_text(known, scope), scope.code) for scope in scopes]
        self.add_choice("scope", self.tr("Para &quem"), names)
        self.add_line("since", self.tr("Abertos &desde"), full_day(first))
        self.add_line("until", self.tr("&Até"), "", self.tr("vazio: sem fim"))
        for severity, label in _LABELS.items():
            targets = None if like is None else like.targets.get(severity)
            text = "" if targets is None else write_targets(targets)
            self.add_line(severity.value, translated("PolicyForm", label), text, _EXAMPLE)
        own = [(self.tr("o da equipe do chamado"), "")]
        own += [(team.name, team.key) for team in known.teams]
        self.add_choice("calendar", self.tr("Cale&ndário"), own)
        if like is not None:
            self._choose("scope", scope_of(like).code)
            self._choose("calendar", like.calendar or "")
        self.finish(self.tr("Cance&lar"))

    def _choose(self, name: str, code: str) -> None:
        box = self.choices[name]
        box.setCurrentIndex(max(0, box.findData(code)))


def scope_text(known: KnownPolicies, scope: PolicyScope) -> str:
    """Say whom a policy is for."""
    if scope.contract is not None:
        return translated("PolicyForm", _CONTRACT).format(name=scope.contract)
    if scope.team is not None:
        return translated("PolicyForm", _TEAM).format(name=known.name_of(scope))
    return translated("PolicyForm", _EVERYBODY)


_EVERYBODY = QT_TRANSLATE_NOOP("PolicyForm", "Todos os outros")
_CONTRACT = QT_TRANSLATE_NOOP("PolicyForm", "Contrato {name}")
_TEAM = QT_TRANSLATE_NOOP("PolicyForm", "Equipe {name}")


class PoliciesForm(TableSection[SlaPolicy]):
    """A line per version; a new one holds for what is opened from a day to come."""

    def __init__(self, policies: SlaPolicies, context: WindowContext, parent: QWidget) -> None:
        """Show the versions."""
        about = self.tr(
            "SLA-6 · Em quanto tempo se resolve, por severidade: vale a do contrato, senão a da "
            "equipe, senão a de todos. Uma versão nova vale para o que for aberto a partir de um "
            "dia por vir; nada do que foi prometido muda (SLA-11)."
        )
        super().__init__(context, parent, self.tr("Metas"), about)
        self._policies = policies
        self._known = KnownPolicies((), (), ())
        self.add_buttons(
            self.tr("&Novas metas…"), self.tr("A partir des&ta…"), self.tr("Metas salvas")
        )

    @override
    def show_set(self) -> None:
        """Ask what there is, and whom a new version could be for."""
        self.ask(self._policies.known, self._on_known)

    def _on_known(self, known: KnownPolicies) -> None:
        self._known = known
        self.show_items(known.versions)

    @override
    def headings(self) -> tuple[str, ...]:
        """Return the headings of the columns."""
        severities = (severity_text(severity).lower() for severity in _LABELS)
        return (self.tr("para quem"), self.tr("abertos desde"), self.tr("até"), *severities)

    @override
    def line_of(self, item: SlaPolicy) -> tuple[str, ...]:
        """Return the line of a version."""
        until = "" if item.valid_until is None else full_day(item.valid_until)
        promised = (item.targets.get(severity) for severity in _LABELS)
        return (
            scope_text(self._known, scope_of(item)),
            full_day(item.valid_from),
            until,
            *("" if targets is None else write_targets(targets) for targets in promised),
        )

    @override
    def form_for(self, item: SlaPolicy | None) -> PolicyForm:
        """Return the dialog of a new version, like the one chosen."""
        tomorrow = local_date(self.context.clock.now()) + timedelta(days=1)
        return PolicyForm(self._known, item, tomorrow, self)

    @override
    def keeping(
        self, item: SlaPolicy | None, texts: Mapping[str, str], ticks: Mapping[str, bool]
    ) -> Callable[[], Changes]:
        """Return the act that keeps a new version."""
        return partial(self._policies.keep, texts)
