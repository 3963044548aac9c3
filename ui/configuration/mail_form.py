"""Settings of the mail server: kept, tested, its password apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.errors import BancadaError
from app.services.mail_settings import MailServer, MailSettings, Security, checked_server
from ui.composition import WindowContext
from ui.configuration.section import LineField, Section
from ui.jobs import Lane
from ui.override import override
from ui.widgets.refusable import Refusable

_PORTS = {Security.STARTTLS: "587", Security.TLS: "465", Security.NONE: "25"}


class MailForm(Section):
    """Through which server the messages go."""

    def __init__(self, mail: MailSettings, context: WindowContext, parent: QWidget) -> None:
        """Show the server's fields."""
        about = self.tr(
            "As mensagens saem por este servidor SMTP a cada minuto. Sem ele ficam em Mensagens, "
            "onde podem ser lidas e copiadas."
        )
        super().__init__(context, parent, self.tr("E-mail"), about)
        self._mail = mail
        self.host = LineField(self, "smtp.exemplo.com.br")
        self.port = LineField(self)
        self.user, self.password = LineField(self), LineField(self)
        self.address = LineField(self, "suporte@exemplo.com.br")
        self.shown_name = LineField(self)
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.security = Refusable(self)
        self._protection = QComboBox(self.security)
        self.security.hold(self._protection)
        for text, value in (
            (self.tr("STARTTLS (comum)"), Security.STARTTLS),
            (self.tr("TLS desde o início"), Security.TLS),
            (self.tr("nenhuma: só em rede própria"), Security.NONE),
        ):
            self._protection.addItem(text, value)
        self._protection.activated.connect(self._on_protection)
        self.add_field("host", self.tr("Se&rvidor"), self.host)
        self.add_field("security", self.tr("&Proteção"), self.security)
        self.add_field("port", self.tr("P&orta"), self.port)
        self.add_field("user", self.tr("&Usuário"), self.user)
        self.add_field(
            "password",
            self.tr("Se&nha"),
            self.password,
            self.tr("Fica no cofre do sistema, nunca no banco. Vazia não muda a guardada."),
        )
        self.add_field("sender", self.tr("Endereço de quem en&via"), self.address)
        self.add_field("sender_name", self.tr("No&me de quem envia"), self.shown_name)
        self.save = self.add_button(self.tr("&Salvar e-mail"), self._on_save, main=True)
        self.test = self.add_button(self.tr("&Testar a conexão"), self._on_test)
        self.forget = self.add_button(self.tr("Não usar e-mail"), self._on_forget)

    @override
    def show_set(self) -> None:
        """Ask which server is set."""
        self.context.jobs.submit(self._mail.server, self._on_read, owner=self, lane=Lane.READ)

    def _on_read(self, server: MailServer | None) -> None:
        if self.is_typed_in:
            return
        self.forget.setEnabled(server is not None)
        chosen = Security.STARTTLS if server is None else server.security
        self._protection.setCurrentIndex(self._protection.findData(chosen))
        self.host.line.setText("" if server is None else server.host)
        self.port.line.setText(_PORTS[chosen] if server is None else str(server.port))
        self.user.line.setText("" if server is None else server.user)
        self.address.line.setText("" if server is None else server.sender)
        self.shown_name.line.setText("" if server is None else server.sender_name)
        self.password.line.clear()

    def _server(self) -> MailServer | None:
        """Return what is typed, or say at its field what is wrong."""
        self.refuse(None)
        try:
            return checked_server(
                {
                    "host": self.host.line.text(),
                    "port": self.port.line.text(),
                    "security": self._protection.currentData().value,
                    "user": self.user.line.text(),
                    "sender": self.address.line.text(),
                    "sender_name": self.shown_name.line.text(),
                }
            )
        except BancadaError as error:
            self.refuse(error)
            return None

    def _on_protection(self) -> None:
        self.port.line.setText(_PORTS[self._protection.currentData()])
        self.is_typed_in = True

    def _on_save(self) -> None:
        server = self._server()
        if server is not None:
            password = self.password.line.text() or None
            self.keep(partial(self._mail.keep, server, password), self.tr("E-mail salvo"))

    def _on_forget(self) -> None:
        self.is_typed_in = False
        self.keep(partial(self._mail.keep, None, None), self.tr("As mensagens ficam guardadas"))

    def _on_test(self) -> None:
        server = self._server()
        if server is None:
            return
        self.test.setEnabled(False)
        self.say(self.tr("Conectando a {host}…").format(host=server.host))
        self.context.jobs.submit(
            partial(self._mail.test, server, self.password.line.text() or None),
            self._on_tested,
            self._on_test_failed,
            owner=self,
            lane=Lane.MAIL,
        )

    def _on_tested(self, _nothing: None) -> None:
        self.test.setEnabled(True)
        self.say(self.tr("O servidor respondeu e aceitou o acesso. Nenhuma mensagem foi enviada."))

    def _on_test_failed(self, error: Exception) -> None:
        self.test.setEnabled(True)
        self.refuse(error)
