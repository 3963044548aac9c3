"""Rates per minute of each contract, and their yearly adjustment (CON-5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.billing import RateTable, RateVersion
from app.domain.changes import Changes
from app.domain.clock import local_date, read_day, to_epoch
from app.domain.documents import DocumentKind
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.figures_data import plain_figures
from app.domain.igpm import (
    Adjustment,
    NegativePolicy,
    accumulated,
    adjusted,
    next_anniversary,
    published,
    read_percent,
    refuse_adjustment,
)
from app.domain.money import read_rate
from app.domain.roles import Right
from app.services.desk import Desk
from app.services.index_months import RATES_CHANGED, index_in
from app.storage import change_log, documents, rates, registry
from app.storage.database import Connection
from app.storage.rates import AdjustmentTerms, KeptRate


@dataclass(frozen=True, slots=True)
class ContractRates:
    """What a client pays a minute, what its contract says of adjustments, and the next one.

    ``next_on`` is the day of the next adjustment, none without a rate; ``why_not`` says why it
    cannot be worked out or applied yet.
    """

    client: int
    name: str
    rates: tuple[KeptRate, ...]
    terms: AdjustmentTerms | None
    next_on: date | None = None
    proposal: Adjustment | None = None
    why_not: str = ""


def rate_table(connection: Connection, client: int) -> RateTable:
    """Return the rates of a client as billing asks for them."""
    kept = rates.rates_of(connection, client)
    return RateTable(tuple(RateVersion(version.first_day, version.rate) for version in kept))


class RateService:
    """Keeps rates; what was issued by an old one stays as it was (SLA-11, CON-7)."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def of(self, client: int, published_percent: str = "") -> ContractRates:
        """Return the rates of a client with the next adjustment as it stands today.

        ``published_percent`` is the accumulated value a person read somewhere and typed.
        """
        with self._desk.database.read() as connection:
            return self._of(connection, client, published_percent)

    def all_due(self) -> tuple[ContractRates, ...]:
        """Return the contracts whose adjustment is due today."""
        with self._desk.database.read() as connection:
            known = [
                self._of(connection, client, "") for client in rates.clients_with_rates(connection)
            ]
        today = self._today
        return tuple(
            contract
            for contract in known
            if contract.next_on is not None and contract.next_on <= today
        )

    def add(self, client: int, typed: Mapping[str, str]) -> Changes:
        """Keep a rate that was agreed: ``rate first_day reason``; raises the field (CON-5)."""
        self._desk.require(Right.BILLING)
        try:
            rate = read_rate(typed.get("rate", ""))
        except InvalidInput as error:
            raise InvalidInput(error.reason, field="rate") from error
        first_day, reason = _day(typed, "first_day"), typed.get("reason", "").strip()
        if not reason:
            raise InvalidInput("CON-5: diga de onde vem a tarifa", field="reason")
        with self._desk.database.write() as connection:
            documents.take_turn(connection)
            _refuse_backwards(connection, client, first_day)
            now = to_epoch(self._desk.clock.now())
            kept = KeptRate(first_day, rate, self._author, now, reason)
            return self._write(connection, client, kept)

    def keep_terms(self, client: int, typed: Mapping[str, str]) -> Changes:
        """Keep what the contract says: ``anniversary`` and ``negative`` (``keep_rate apply``)."""
        self._desk.require(Right.BILLING)
        anniversary = _day(typed, "anniversary")
        try:
            negative = NegativePolicy(typed.get("negative", NegativePolicy.KEEP_RATE.value))
        except ValueError as error:
            raise InvalidInput(
                "CON-5: escolha o que um índice negativo faz", field="negative"
            ) from error
        with self._desk.database.write() as connection:
            rates.keep_terms(connection, client, AdjustmentTerms(anniversary, negative))
            change_log.record(connection, RATES_CHANGED, to_epoch(self._desk.clock.now()))
        return RATES_CHANGED

    def adjust(self, client: int, published_percent: str = "") -> Changes:
        """Apply the adjustment that is proposed; never early, never twice in 12 months (CON-5)."""
        self._desk.require(Right.BILLING)
        with self._desk.database.write() as connection:
            documents.take_turn(connection)
            contract = self._of(connection, client, published_percent)
            adjustment = contract.proposal
            if adjustment is None:
                raise RuleRefusal("CON-5", contract.why_not.removeprefix("CON-5: "))
            refuse_adjustment(adjustment.first_day, self._today, _adjusted_on(contract.rates))
            _refuse_backwards(connection, client, adjustment.first_day)
            now = to_epoch(self._desk.clock.now())
            reason = "reajuste anual pelo IGP-M"
            kept = KeptRate(
                adjustment.first_day,
                adjustment.after,
                self._author,
                now,
                reason,
                plain_figures(adjustment),
            )
            return self._write(connection, client, kept)

    def _of(self, connection: Connection, client: int, typed: str) -> ContractRates:
        kept, terms = rates.rates_of(connection, client), rates.terms_of(connection, client)
        record = registry.client_of(connection, client)
        name = "" if record is None else record.name
        contract = ContractRates(client, name, kept, terms)
        if not kept:
            return _without(contract, "CON-5: este contrato ainda não tem tarifa por minuto")
        base = kept[0].first_day if terms is None else terms.anniversary
        due = next_anniversary(base, self._today, _adjusted_on(kept))
        negative = NegativePolicy.KEEP_RATE if terms is None else terms.negative
        index = index_in(connection)
        try:
            percent = read_percent(typed) if typed.strip() else None
            value = accumulated(index, due) if percent is None else published(index, due, percent)
        except (InvalidInput, RuleRefusal) as error:
            return _without(contract, error.sentence, due)
        proposal = adjusted(kept[-1].rate, due, value, negative)
        return ContractRates(client, name, kept, terms, due, proposal)

    def _write(self, connection: Connection, client: int, kept: KeptRate) -> Changes:
        rates.add_rate(connection, client, kept)
        change_log.record(connection, RATES_CHANGED, to_epoch(self._desk.clock.now()))
        return RATES_CHANGED

    @property
    def _today(self) -> date:
        return local_date(self._desk.clock.now())

    @property
    def _author(self) -> str:
        return self._desk.person or self._desk.name


def _without(contract: ContractRates, why: str, due: date | None = None) -> ContractRates:
    return ContractRates(
        contract.client, contract.name, contract.rates, contract.terms, due, None, why
    )


def _adjusted_on(kept: tuple[KeptRate, ...]) -> list[date]:
    return [version.first_day for version in kept if version.adjustment is not None]


def _refuse_backwards(connection: Connection, client: int, first_day: date) -> None:
    """Refuse a rate that would begin before the last one, or in a month already billed (CON-5)."""
    last = max((version.first_day for version in rates.rates_of(connection, client)), default=None)
    if last is not None and first_day <= last:
        raise InvalidInput(
            f"CON-5: a última tarifa vale desde {last:%d/%m/%Y}; a nova começa depois",
            field="first_day",
        )
    issued = documents.of_kind(connection, DocumentKind.CONSULTING_STATEMENT, client)
    billed = max((document.last for document in issued if document.last is not None), default=None)
    if billed is not None and first_day <= billed:
        raise InvalidInput(
            f"CON-7: já há demonstrativo emitido até {billed:%d/%m/%Y}; a tarifa começa depois",
            field="first_day",
        )


def _day(typed: Mapping[str, str], field: str) -> date:
    try:
        return read_day(typed.get(field, "").strip())
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=field) from error
