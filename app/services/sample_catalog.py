"""What the demo is made of: teams, people, clients, subjects and phrases, as shipped."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.severity import Severity
from resources.locate import resource

SAMPLE_TEAMS = ("suporte-tecnico", "cst", "vitrine", "cloud", "first", "consultoria")
"""The teams at work in the demo."""


@dataclass(frozen=True, slots=True)
class Analyst:
    """Somebody of the desk, and the teams in which they work."""

    name: str
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleClient:
    """A client of the demo; ``kind`` is what the subjects of products look at."""

    name: str
    kind: str
    city: str
    state: str
    area_code: str
    contract: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a ticket of the demo is about, and how it is solved; ``clients`` are kinds."""

    product: str
    versions: tuple[str, ...]
    clients: tuple[str, ...]
    routine: str
    severity: Severity
    summary: str
    description: str
    solution: str

    @property
    def is_defect(self) -> bool:
        """Whether it can be the product's fault, and not a question or a request."""
        return self.severity is not Severity.LOW and "senha" not in self.routine

    @property
    def is_improvement(self) -> bool:
        """Whether it can be taken for a wish about the product."""
        return self.severity in (Severity.MEDIUM, Severity.LOW) and "?" not in self.summary


@dataclass(frozen=True, slots=True)
class Question:
    """What the desk asks the client, and what the client answers; of one team, or of any."""

    ask: str
    answer: str
    team: str | None = None


@dataclass(frozen=True, slots=True)
class SampleCatalog:
    """Everything the demo draws from.

    ``phrases`` are by the occasion on which they are said; teams may have their own.
    """

    analysts: tuple[Analyst, ...]
    clients: tuple[SampleClient, ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    subjects: Mapping[str, tuple[Subject, ...]]
    phrases: Mapping[str, tuple[str, ...]]
    questions: tuple[Question, ...]

    def phrases_for(self, occasion: str, team: str) -> tuple[str, ...]:
        """Return what a team says on an occasion."""
        return self.phrases.get(f"{occasion}-{team}") or self.phrases[occasion]

    def questions_of(self, team: str) -> tuple[Question, ...]:
        """Return a team's own questions, or those that every team may ask."""
        own = tuple(question for question in self.questions if question.team == team)
        return own or tuple(question for question in self.questions if question.team is None)


def load_sample_catalog() -> SampleCatalog:
    """Read the shipped material of the demo."""
    desk, talk = _read("desk"), _read("conversation")
    questions = tuple(Question(**entry) for entry in talk.pop("question"))
    return SampleCatalog(
        analysts=tuple(Analyst(name, tuple(teams)) for name, *teams in desk["analysts"]),
        clients=tuple(SampleClient(*entry) for entry in desk["clients"]),
        first_names=tuple(desk["contact_first"]),
        last_names=tuple(desk["contact_last"]),
        subjects={team: _subjects(_read(team)) for team in SAMPLE_TEAMS},
        phrases={occasion: tuple(said) for occasion, said in talk.items()},
        questions=questions,
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("catalog", "demo", f"{name}.toml").read_text(encoding="utf-8"))


def _subjects(entry: Mapping[str, Any]) -> tuple[Subject, ...]:
    return tuple(
        Subject(
            product=product["name"],
            versions=tuple(product.get("versions", ())),
            clients=tuple(product["clients"]),
            routine=subject["routine"],
            severity=Severity(subject["severity"]),
            summary=subject["summary"],
            description=subject["description"],
            solution=subject["solution"],
        )
        for product in entry["product"]
        for subject in product["subject"]
    )
