"""The letter that allows consulting: scope, rate, what is not billed, how access works (CON-1)."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from app.domain.consulting_figures import AcceptanceLetter
from app.domain.documents import DocumentKind, Seal
from app.domain.identifiers import cnpj_text
from reports.consulting_words import KINDS, SCOPES, rounding
from reports.document import Heading, pdf_of
from reports.facts import facts_table
from reports.seals import seal_of
from reports.styles import BODY, FRAMED, INK, SECTION, SMALL, Command
from reports.texts import cut, paragraph
from reports.words import full_date

_LONGEST = 400
_CLAUSES = (
    "Nenhum minuto é apontado antes da aprovação desta carta por um contato autorizado (CON-1).",
    "Se a investigação terminar num defeito do produto padrão, nenhum minuto é cobrado.",
    "O acesso remoto usa a ferramenta homologada pelo suporte. A pedido do cliente outra pode ser "
    "usada; o tempo de prepará-la é apontado como atividade própria e pode ser cobrado (CON-3).",
    "Fora do horário da equipe só se trabalha com agendamento combinado (CON-8).",
    "O que for feito fica escrito no chamado e é enviado para aceite, como toda solução (CON-6).",
)


def acceptance_letter_pdf(figures: AcceptanceLetter, seal: Seal | None) -> bytes:
    """Return the letter as PDF, A4; without a seal it is a preview."""
    title = DocumentKind.ACCEPTANCE_LETTER.title
    issued = None if seal is None else seal.issued
    heading = Heading(title, figures.client, f"chamado {figures.ticket}", issued, seal=seal)
    width, _height = heading.body
    story: list[Flowable] = [
        facts_table(_facts(figures), width),
        Spacer(0, 10),
        paragraph("Tarifa", SECTION),
        paragraph(_price(figures), BODY),
        paragraph(rounding(figures.rounding), BODY),
        Spacer(0, 8),
        paragraph("Condições", SECTION),
        *(paragraph(f"{place}. {text}", BODY) for place, text in enumerate(_CLAUSES, 1)),
        Spacer(0, 8),
        paragraph("Aprovação", SECTION),
        paragraph(_approval(figures), BODY),
        KeepTogether([Spacer(0, 44), _signatures(width)]),
    ]
    return pdf_of(heading, [*story, *seal_of(seal, title)])


def _facts(figures: AcceptanceLetter) -> list[tuple[str, str]]:
    return [
        ("Cliente", cut(figures.client, _LONGEST)),
        ("CNPJ", cnpj_text(figures.cnpj)),
        ("Contato", cut(figures.contact, _LONGEST)),
        ("Chamado", f"{figures.ticket} · {cut(figures.summary, _LONGEST)}"),
        ("Tipo", KINDS[figures.kind]),
        ("Escopo", "" if figures.scope is None else SCOPES[figures.scope]),
    ]


def _price(figures: AcceptanceLetter) -> str:
    words = f"{figures.rate.in_reais} por minuto"
    if figures.rate_until is None:
        return f"{words}, até o próximo reajuste anual pelo IGP-M."
    return f"{words}, até o reajuste anual pelo IGP-M em {full_date(figures.rate_until)}."


def _approval(figures: AcceptanceLetter) -> str:
    if not figures.approvers:
        return (
            "Nenhum contato deste cliente está autorizado a aprovar consultoria; "
            "o administrador do cliente concede essa permissão."
        )
    names = ", ".join(cut(name, 80) for name in figures.approvers)
    return f"Podem aprovar, pelo portal, por e-mail ou por telefone com gravação: {names}."


def _signatures(width: float) -> Table:
    third = width / 3
    lines: list[Command] = [
        ("LINEABOVE", (0, 0), (0, 0), 0.6, INK),
        ("LINEABOVE", (2, 0), (2, 0), 0.6, INK),
    ]
    row = [paragraph("nome e data", SMALL), "", paragraph("assinatura do cliente", SMALL)]
    return Table([row], [third * 1.4, third * 0.2, third * 1.4], style=[*FRAMED, *lines])
