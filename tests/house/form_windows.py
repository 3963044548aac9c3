"""Every dialog of lines and ticks, with everything it can say at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.articles import Article
from app.domain.registry import ContactRecord
from app.domain.roles import Role
from app.services.desk_people import Colleague
from tests.house.stage import Stage
from ui.clients.forms import ClientForm, ContactForm, ForgetForm, PasswordForm
from ui.configuration.articles_form import ArticleForm
from ui.configuration.people_form import PersonForm
from ui.configuration.policies_form import PolicyForm
from ui.dialogs.directory import DirectoryDialog
from ui.dialogs.identify import IdentifyDialog
from ui.dialogs.manifestation import ManifestationDialog
from ui.dialogs.pin import PinDialog
from ui.widgets.form_dialog import FormDialog


def _refused(form: FormDialog) -> QWidget:
    """A form with everything it can say at once."""
    for field in form._fields.values():
        field.refuse("diga o que falta")
    form._refusal.setText("CLI-2: Ana é a única administradora do cliente")
    form._refusal.show()
    return form


def _client_form(stage: Stage) -> QWidget:
    return _refused(ClientForm(None, stage.host()))


def _contact_form(stage: Stage) -> QWidget:
    return _refused(ContactForm(None, stage.host()))


def _password_form(stage: Stage) -> QWidget:
    return _refused(PasswordForm(ContactRecord(1, 1, "Ana Exemplo"), stage.host()))


def _forget_form(stage: Stage) -> QWidget:
    return _refused(ForgetForm(ContactRecord(1, 1, "Ana Exemplo"), stage.host()))


def _identify(stage: Stage) -> QWidget:
    return _refused(IdentifyDialog(stage.workspace.identity, stage.context, stage.host()))


def _manifestation(stage: Stage) -> QWidget:
    return _refused(ManifestationDialog(stage.workspace, stage.context, stage.host()))


def _person_form(stage: Stage) -> QWidget:
    return _refused(PersonForm(Colleague(1, "Ana", Role.MANAGER, has_pin=True), stage.host()))


def _pin(stage: Stage) -> QWidget:
    return _refused(PinDialog("Guto Gama", stage.host()))


def _article(stage: Stage) -> QWidget:
    return _refused(ArticleForm(Article(1, "Senha esquecida", "Use o portal."), stage.host()))


def _policy(stage: Stage) -> QWidget:
    known = stage.workspace.policies.known()
    return _refused(PolicyForm(known, known.versions[-1], date(2026, 11, 21), stage.host()))


def _directory(stage: Stage) -> QWidget:
    return DirectoryDialog(stage.workspace.directory, stage.context, stage.host())


FORMS: dict[str, Callable[[Stage], QWidget]] = {
    "client": _client_form,
    "contact": _contact_form,
    "password": _password_form,
    "identify": _identify,
    "forget": _forget_form,
    "manifestation": _manifestation,
    "person": _person_form,
    "policy": _policy,
    "pin": _pin,
    "article": _article,
    "directory": _directory,
}
