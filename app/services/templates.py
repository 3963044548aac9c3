"""The texts of messages that go out to the client: as shipped, or as the desk changed them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from string import Formatter
from typing import Any

from app.domain.changes import SETTINGS_CHANGED, Changes
from app.domain.clock import from_epoch, to_brasilia, to_epoch
from app.domain.errors import InvalidInput
from app.domain.roles import Right
from app.domain.severity import Severity
from app.services.desk import Desk
from app.storage import change_log, settings
from app.storage.database import Connection
from resources.locate import resource

TEMPLATES, LANGUAGE = "templates", "message_language"


class Language(Enum):
    """In which language the desk writes to its clients."""

    PORTUGUESE = "pt"
    ENGLISH = "en"


_FILES = {Language.PORTUGUESE: "messages.toml", Language.ENGLISH: "messages.en.toml"}
_SEVERITIES = {
    Severity.CRITICAL: "Crítica",
    Severity.HIGH: "Alta",
    Severity.MEDIUM: "Média",
    Severity.LOW: "Baixa",
}
_OF_TICKET = {"number": "00000042", "summary": "O boleto sai em branco"}
FACTS: Mapping[str, Mapping[str, str]] = {
    "opened": _OF_TICKET
    | {"team": "Suporte Técnico", "severity": "Alta", "due": "26/11/2026 14:00"},
    "answered": _OF_TICKET | {"text": "Encontramos a causa; a correção sai hoje."},
    "waiting": _OF_TICKET | {"text": "Em qual versão isso acontece?"},
    "solution": _OF_TICKET | {"text": "Atualize para a versão 12.1.10.", "limit": "17/12/2026"},
    "reminder": _OF_TICKET | {"limit": "17/12/2026", "days": "faltam 4 dias", "postponement": "45"},
    "pending_reminder": _OF_TICKET,
    "survey": _OF_TICKET,
    "document": {
        "title": "Demonstrativo de consultoria",
        "number": "000012",
        "subject": "Escola Exemplo",
        "code": "ABCD-EFGH-2345-JKLM-N67P",
    },
    "refused_access": {
        "client": "Escola Exemplo",
        "contact": "Ana Exemplo",
        "reason": "CLI-5: há parcelas vencidas; fale com a CST.",
    },
}
"""The facts each kind of message may name, with what its preview shows for them."""


@dataclass(frozen=True, slots=True)
class Template:
    """Subject and body of a kind of message, with facts in braces."""

    subject: str
    body: str

    def filled(self, facts: Mapping[str, str]) -> tuple[str, str]:
        """Return subject, in one line, and body with the facts in their places."""
        subject = " ".join(self.subject.format_map(facts).split())
        return subject, self.body.strip().format_map(facts) + "\n"


@lru_cache(maxsize=2)
def shipped(language: Language) -> Mapping[str, Template]:
    """Return the shipped texts of a language by the kind of their message."""
    text = resource("catalog", _FILES[language]).read_text(encoding="utf-8")
    return {kind: Template(**entry) for kind, entry in tomllib.loads(text).items()}


def checked(kind: str, template: Template) -> Template:
    """Return a text whose names in braces are all known; ``InvalidInput`` names the field."""
    known = FACTS[kind]
    for field, text in (("subject", template.subject), ("body", template.body)):
        if not text.strip():
            raise InvalidInput("o texto está vazio; escreva-o, ou volte ao original", field=field)
        try:
            named = set(_names_in(text))
        except ValueError as error:
            raise InvalidInput(
                "há uma chave { ou } sem par; para escrever uma, escreva-a duas vezes", field=field
            ) from error
        unknown = sorted(named - set(known))
        if unknown:
            names = ", ".join(f"{{{name}}}" for name in known)
            raise InvalidInput(
                f"{{{unknown[0]}}} não é um dado desta mensagem; há {names}", field=field
            )
    return template


def _names_in(text: str) -> Iterator[str]:
    """Give what stands in braces, with the signs that would ask for more than a plain fact."""
    for _plain, name, form, turn in Formatter().parse(text):
        if name is not None:
            yield name + (f"!{turn}" if turn else "") + (f":{form}" if form else "")


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a desk in its language, by the kind of their message."""

    language: Language
    own: Mapping[str, Template]

    def of(self, kind: str) -> Template:
        """Return the text of a kind: the desk's own, else the shipped one."""
        return self.own.get(kind) or shipped(self.language)[kind]

    def day(self, epoch: int) -> str:
        """Return a day of Brasília as this language writes it."""
        form = "%Y-%m-%d" if self._is_english else "%d/%m/%Y"
        return to_brasilia(from_epoch(epoch)).strftime(form)

    def moment(self, epoch: int) -> str:
        """Return an instant of Brasília as this language writes it."""
        return f"{self.day(epoch)} {to_brasilia(from_epoch(epoch)):%H:%M}"

    def severity(self, severity: Severity) -> str:
        """Return a severity's name."""
        return severity.value.capitalize() if self._is_english else _SEVERITIES[severity]

    @property
    def _is_english(self) -> bool:
        return self.language is Language.ENGLISH

    def days_left(self, count: int) -> str:
        """Say how many days are left."""
        if self._is_english:
            return {0: "it is the last day", 1: "1 day is left"}.get(
                count, f"{count} days are left"
            )
        return {0: "é o último dia", 1: "falta 1 dia"}.get(count, f"faltam {count} dias")


def read_texts(connection: Connection) -> Texts:
    """Return the texts as the database has them now."""
    return _texts(settings.all_settings(connection))


def _texts(changed: Mapping[str, Any]) -> Texts:
    language = Language(changed.get(LANGUAGE, Language.PORTUGUESE.value))
    own = changed.get(TEMPLATES, {}).get(language.value, {})
    return Texts(language, {kind: Template(**entry) for kind, entry in own.items()})


class TemplateService:
    """Reads and changes what the desk writes to its clients."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def texts(self) -> Texts:
        """Return the texts in force."""
        with self._desk.database.read() as connection:
            return read_texts(connection)

    def choose(self, language: Language) -> Changes:
        """Write in another language from now on; the changed texts of each are kept apart."""
        self._desk.require(Right.CHANGE_RULES)
        with self._desk.database.write() as connection:
            settings.put(connection, LANGUAGE, language.value)
            return self._told(connection)

    def change(self, language: Language, kind: str, template: Template | None) -> Changes:
        """Keep a language's text for a kind of message; ``None`` is the shipped one again."""
        self._desk.require(Right.CHANGE_RULES)
        if template is not None:
            checked(kind, template)
        with self._desk.database.write() as connection:
            changed = settings.all_settings(connection)
            kept = dict(changed.get(TEMPLATES, {}))
            known = kept.get(language.value, {})
            own = {name: text for name, text in known.items() if name != kind}
            if template is not None:
                own[kind] = {"subject": template.subject, "body": template.body}
            settings.put(connection, TEMPLATES, kept | {language.value: own})
            return self._told(connection)

    def _told(self, connection: Connection) -> Changes:
        change_log.record(connection, SETTINGS_CHANGED, to_epoch(self._desk.clock.now()))
        return SETTINGS_CHANGED
