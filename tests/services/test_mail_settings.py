"""The mail server as a setting: checked field by field, tested, its password kept apart."""

from __future__ import annotations

import pytest

from app.domain.errors import DataFailure, InvalidInput
from app.mail import passwords
from app.services.desk import Desk
from app.services.mail_settings import MailSettings, checked_server
from app.storage import settings
from tests.mail_server import MoodyServer, free_port

pytestmark = pytest.mark.usefixtures("no_keyring")


def test_the_test_of_the_settings_reaches_the_server_and_says_what_it_answers(
    desk: Desk, server: MoodyServer
) -> None:
    mail = MailSettings(desk)
    mail.test(checked_server(server.settings()), None)
    assert server.arrived == []
    with pytest.raises(DataFailure, match=r"127\.0\.0\.1 não aceitou"):
        mail.test(checked_server(server.settings(user="ana")), "errada")
    with pytest.raises(DataFailure, match="não aceitou"):
        mail.test(checked_server(server.settings(security="starttls")), None)
    with pytest.raises(DataFailure, match="não aceitou"):
        mail.test(checked_server(server.settings(security="tls", timeout=1.0)), None)
    with pytest.raises(DataFailure, match="não aceitou"):
        mail.test(checked_server(server.settings(port=free_port())), None)


def test_settings_are_kept_and_forgotten(desk: Desk, server: MoodyServer) -> None:
    mail = MailSettings(desk)
    assert mail.server() is None
    chosen = checked_server(server.settings())
    mail.keep(chosen, None)
    assert mail.server() == chosen
    mail.keep(None, None)
    assert mail.server() is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("host", ""),
        ("host", "smtp exemplo"),
        ("port", "0"),
        ("port", "65536"),
        ("port", "mil"),
        ("sender", "suporte"),
        ("sender", "a,b@exemplo.com.br"),
        ("sender", "josé@exemplo.com.br"),
    ],
)
def test_a_wrong_field_of_the_settings_is_named(field: str, value: str) -> None:
    fields = {"host": "smtp.exemplo.com.br", "port": 587, "sender": "a@exemplo.com.br"}
    assert checked_server(fields).security.value == "starttls"
    with pytest.raises(InvalidInput) as refused:
        checked_server(fields | {field: value})
    assert refused.value.field == field


class Safe:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, account: str, password: str) -> None:
        self.kept[service, account] = password

    def get_password(self, service: str, account: str) -> str | None:
        return self.kept.get((service, account))


def test_the_password_lies_in_the_keyring_alone(
    desk: Desk, server: MoodyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(passwords.VARIABLE)
    safe = Safe()
    monkeypatch.setattr("keyring.set_password", safe.set_password)
    monkeypatch.setattr("keyring.get_password", safe.get_password)
    assert passwords.password_of("ana@127.0.0.1") == ""
    MailSettings(desk).keep(checked_server(server.settings(user="ana")), "segredo-42")
    assert passwords.password_of("ana@127.0.0.1") == "segredo-42"
    with desk.database.read() as connection:
        assert "segredo-42" not in repr(settings.all_settings(connection))


def test_without_a_keyring_a_person_is_told_what_to_do(
    desk: Desk, server: MoodyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keyring.errors import NoKeyringError

    def locked(*_asked: str) -> None:
        raise NoKeyringError

    monkeypatch.delenv(passwords.VARIABLE)
    monkeypatch.setattr("keyring.set_password", locked)
    monkeypatch.setattr("keyring.get_password", locked)
    assert passwords.password_of("ana@127.0.0.1") == ""
    with pytest.raises(DataFailure, match=passwords.VARIABLE):
        MailSettings(desk).keep(checked_server(server.settings(user="ana")), "segredo")
    assert MailSettings(desk).server() is None
