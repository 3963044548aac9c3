"""A deadline in words: the same arithmetic that the strip draws (SLA-8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.clock import from_epoch
from app.domain.explanation import Explanation
from app.domain.pauses import PauseReason
from app.domain.sla_policy import Stage, describe_target
from app.domain.ticket_sla import Forecast
from app.services.tickets import TicketView
from ui.desk_words import holiday_text, severity_text, word
from ui.format import day, full_moment, moment, working_time
from ui.texts import QT_TRANSLATE_NOOP, translated

_STAGES = {
    Stage.SUPPORT: QT_TRANSLATE_NOOP("DeadlineWords", "solução pelo suporte"),
    Stage.MAINTENANCE: QT_TRANSLATE_NOOP("DeadlineWords", "solução pela manutenção"),
}
_PAUSES = {
    PauseReason.ANSWER: QT_TRANSLATE_NOOP("DeadlineWords", "à espera da resposta do cliente"),
    PauseReason.ACCEPTANCE: QT_TRANSLATE_NOOP("DeadlineWords", "à espera do aceite"),
    PauseReason.MERGED: QT_TRANSLATE_NOOP("DeadlineWords", "unido a outro chamado"),
}
_TITLE_NOW = QT_TRANSLATE_NOOP("DeadlineWords", "Agora")
_TITLE_RULE = QT_TRANSLATE_NOOP("DeadlineWords", "Regra")
_TITLE_SUM = QT_TRANSLATE_NOOP("DeadlineWords", "Conta")
_TITLE_SKIPPED = QT_TRANSLATE_NOOP("DeadlineWords", "Dias que não contaram")
_TITLE_PAUSES = QT_TRANSLATE_NOOP("DeadlineWords", "Pausas")
_TITLE_FORECASTS = QT_TRANSLATE_NOOP("DeadlineWords", "Previsões")
_DUE = QT_TRANSLATE_NOOP("DeadlineWords", "Prazo em {due}.")
_LEFT = QT_TRANSLATE_NOOP("DeadlineWords", "Restam {left} úteis.")
_LATE = QT_TRANSLATE_NOOP("DeadlineWords", "Vencido há {late} úteis.")
_SUSPENDED = QT_TRANSLATE_NOOP(
    "DeadlineWords", "O relógio está parado desde {since}; restam {left} úteis quando voltar."
)
_MET = QT_TRANSLATE_NOOP("DeadlineWords", "Resolvido dentro do prazo, com {left} úteis de sobra.")
_BROKEN = QT_TRANSLATE_NOOP("DeadlineWords", "Resolvido fora do prazo: {late} úteis depois.")
_RULE = QT_TRANSLATE_NOOP(
    "DeadlineWords",
    "{severity}, {stage}: {target}, contados desde a abertura em {opened} (SLA-2).",
)
_VERSIONS = QT_TRANSLATE_NOOP(
    "DeadlineWords",
    "Política {policy}, versão {version}; calendário {calendar}, revisão {revision}.",
)
_COUNTED = QT_TRANSLATE_NOOP(
    "DeadlineWords", "{counted} úteis contados em {days} dias, dos quais {plantao} em plantão."
)
_AGREED = QT_TRANSLATE_NOOP(
    "DeadlineWords", "Prazo combinado com o cliente; o calculado seria {computed} (SLA-13)."
)
_PAUSE = QT_TRANSLATE_NOOP("DeadlineWords", "{start} a {end}: {why}, {counted} úteis descontados.")
_STILL = QT_TRANSLATE_NOOP("DeadlineWords", "agora")
_FORECAST = QT_TRANSLATE_NOOP("DeadlineWords", "{at}, {cause}: {due}")
_NONE = QT_TRANSLATE_NOOP("DeadlineWords", "suspenso")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


def _say(text: str, **values: object) -> str:
    return translated("DeadlineWords", text).format(**values)


def deadline_words(view: TicketView) -> tuple[Paragraph, ...]:
    """Explain a ticket's deadline from what matters now to where it came from."""
    return tuple(paragraph for paragraph in _paragraphs(view) if paragraph.lines)


def _paragraphs(view: TicketView) -> Iterator[Paragraph]:
    current = view.sla.current
    yield Paragraph(_say(_TITLE_NOW), tuple(_now(view)))
    yield Paragraph(_say(_TITLE_RULE), tuple(_rule(view, current)))
    if view.explanation is not None:
        explanation, now = view.explanation, from_epoch(view.now)
        yield Paragraph(_say(_TITLE_SUM), (_sum(explanation),))
        yield Paragraph(
            _say(_TITLE_SKIPPED),
            tuple(f"{day(h.date, now.date())}: {holiday_text(h)}" for h in explanation.skipped),
        )
        yield Paragraph(_say(_TITLE_PAUSES), tuple(_pauses(view, explanation)))
    yield Paragraph(
        _say(_TITLE_FORECASTS), tuple(forecast_line(entry, view.now) for entry in view.forecasts)
    )


def _now(view: TicketView) -> Iterator[str]:
    sla, left = view.sla, view.sla.remaining(view.now)
    if not sla.current.is_computable:
        yield sla.current.reason
        return
    if sla.due is not None:
        yield _say(_DUE, due=full_moment(from_epoch(sla.due)))
    if left is None:
        return
    late = working_time(max(0, -left))
    if view.history.settled_at is not None:
        broken = sla.is_breached(view.now)
        yield _say(_BROKEN, late=late) if broken else _say(_MET, left=working_time(left))
    elif sla.due is None:
        since = moment(from_epoch(view.history.status_since), from_epoch(view.now))
        yield _say(_SUSPENDED, since=since, left=working_time(left))
    else:
        broken = sla.is_breached(view.now)
        yield _say(_LATE, late=late) if broken else _say(_LEFT, left=working_time(left))


def _rule(view: TicketView, current: Forecast) -> Iterator[str]:
    deadline, policy, target = current.deadline, current.policy, current.target
    if deadline is None or policy is None or target is None:
        return
    yield _say(
        _RULE,
        severity=severity_text(current.terms.severity),
        stage=_say(_STAGES[current.terms.stage]),
        target=describe_target(target),
        opened=full_moment(from_epoch(view.history.opened_at)),
    )
    if current.terms.agreed_due is not None and deadline.due is not None:
        yield _say(_AGREED, computed=full_moment(from_epoch(deadline.due)))
    revision = deadline.time.revision
    yield _say(
        _VERSIONS,
        policy=policy.name,
        version=policy.version,
        calendar=revision.key,
        revision=revision.number,
    )


def _sum(explanation: Explanation) -> str:
    return _say(
        _COUNTED,
        counted=working_time(explanation.counted_seconds),
        days=sum(1 for entry in explanation.days if entry.counted_seconds),
        plantao=working_time(explanation.plantao_seconds),
    )


def _pauses(view: TicketView, explanation: Explanation) -> Iterator[str]:
    now = from_epoch(view.now)
    for explained in explanation.pauses:
        pause = explained.pause
        yield _say(
            _PAUSE,
            start=moment(from_epoch(pause.start), now),
            end=_say(_STILL) if pause.end is None else moment(from_epoch(pause.end), now),
            why=_say(_PAUSES[pause.reason]),
            counted=working_time(explained.counted_seconds),
        )


def forecast_line(forecast: Forecast, now: int) -> str:
    """Write one forecast: when it was made, why, and what it came to."""
    at = from_epoch(now)
    if forecast.due is not None:
        due = moment(from_epoch(forecast.due), at)
    else:
        due = _say(_NONE) if forecast.is_computable else forecast.reason
    return _say(
        _FORECAST,
        at=moment(from_epoch(forecast.terms.since), at),
        cause=word(forecast.terms.cause.kind),
        due=due,
    )
