"""The dialogs of a client and of a contact."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.registry import ClientRecord, ContactRecord
from ui.format import full_day
from ui.widgets.form_dialog import FormDialog


class ClientForm(FormDialog):
    """Registers a client, or changes one."""

    def __init__(self, client: ClientRecord | None, parent: QWidget) -> None:
        """Show what is known of the client."""
        title = self.tr("Novo cliente") if client is None else self.tr("Editar cliente")
        super().__init__(title, self.tr("&Salvar cliente"), parent)
        known = client or ClientRecord(0, "")
        day = self.tr("DD/MM/AAAA")
        self.add_line("client", self.tr("&Nome"), known.name)
        self.add_line("cnpj", "&CNPJ", known.cnpj, "12.ABC.345/01DE-35")
        self.add_line("city", self.tr("Ci&dade"), known.city)
        self.add_line("state", self.tr("&Estado"), known.state, "SC")
        self.add_line("unit", self.tr("&Unidade ou franquia"), known.unit)
        self.add_line("contract", self.tr("Con&trato"), known.contract, "padrao")
        self.add_line("valid_from", self.tr("&Vigente desde"), _day(known.valid_from), day)
        self.add_line("valid_until", self.tr("Vigente &até"), _day(known.valid_until), day)
        self.add_line("ear", "EA&R", known.ear, self.tr("executivo de contas"))
        self.add_line("gar", "&GAR", known.gar, self.tr("acima do executivo"))
        late = self.tr("Em atras&o (CLI-5)")
        self.add_tick("overdue", late, ticked=known.is_overdue)
        self.finish(self.tr("Cance&lar"))


class ContactForm(FormDialog):
    """Registers a contact, or changes one."""

    def __init__(self, contact: ContactRecord | None, parent: QWidget) -> None:
        """Show what is known of the contact."""
        title = self.tr("Novo contato") if contact is None else self.tr("Editar contato")
        super().__init__(title, self.tr("&Salvar contato"), parent)
        known = contact or ContactRecord(0, 0, "")
        self.add_line("contact", self.tr("&Nome"), known.name)
        self.add_line("email", self.tr("&E-mail"), known.email, "nome@exemplo.com.br")
        self.add_line("cpf", "&CPF", "", known.masked_cpf)
        self.add_line("phone", self.tr("Tele&fone"), known.phone, "4003-0015")
        for name, label, ticked in (
            ("is_active", self.tr("At&ivo"), known.is_active),
            ("may_open", self.tr("Abre c&hamados"), known.may_open),
            ("may_accept", self.tr("Aceita sol&uções"), known.may_accept),
            ("may_approve", self.tr("Aprova consul&toria"), known.may_approve),
            (
                "is_administrator",
                self.tr("A&dministra contatos"),
                known.is_administrator,
            ),
        ):
            self.add_tick(name, label, ticked=ticked)
        self.finish(self.tr("Cance&lar"))


class PasswordForm(FormDialog):
    """Gives a contact the password it says on the phone (CLI-4)."""

    def __init__(self, contact: ContactRecord, parent: QWidget) -> None:
        """Ask for it twice; nobody sees it."""
        title = self.tr("Senha de {name}").format(name=contact.name)
        super().__init__(title, self.tr("&Guardar senha"), parent)
        self.add_line("password", self.tr("&Senha"), "", self.tr("ao menos 8 sinais"))
        self.add_line("again", self.tr("&De novo"), "")
        for name in ("password", "again"):
            self.hide_line(name)
        self.finish(self.tr("Cance&lar"))


class ForgetForm(FormDialog):
    """Asks once more before a person's data go (LGPD)."""

    def __init__(self, contact: ContactRecord, parent: QWidget) -> None:
        """Say what stays and what goes; the name typed confirms it."""
        title = self.tr("Anonimizar {name}").format(name=contact.name)
        super().__init__(title, self.tr("&Anonimizar"), parent)
        self.add_words(
            self.tr(
                "Nome, CPF, e-mail, telefone e o que a pessoa disse e escreveu são apagados. Os "
                "chamados, os prazos e o faturamento ficam. Isto não se desfaz."
            )
        )
        self.add_line("confirm", self.tr("Digite o &nome"), "", contact.name)
        self.finish(self.tr("Cance&lar"))


def _day(when: date | None) -> str:
    return "" if when is None else full_day(when)
