"""First run: four ways to begin, each said in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.composition import OpenKind, OpenRequest
from ui.icons import IconName, Icons
from ui.theme import strong
from ui.tokens import GRID, HALF
from ui.widgets.banner import Banner, BannerKind

_WIDTH = 560
_ICON = QSize(20, 20)
_SCHEMES = ("postgresql://", "postgresql+psycopg://", "sqlite:///")


class WelcomeWay(Enum):
    """The ways to begin."""

    DEMO = auto()
    NEW = auto()
    IMPORT = auto()
    CONNECT = auto()


@dataclass(frozen=True, slots=True)
class WelcomeChoice:
    """What the person chose, and the database that follows from it."""

    way: WelcomeWay
    request: OpenRequest

    @property
    def begins_import(self) -> bool:
        """Tell whether a log is to be imported as soon as the database is open."""
        return self.way is WelcomeWay.IMPORT


class WelcomeDialog(QDialog):
    """Asks where to begin; closing it leaves the window without a database."""

    chosen = Signal(object)  # WelcomeChoice

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        """Offer the four ways."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Boas-vindas à Bancada"))
        self.setMinimumWidth(_WIDTH)
        self._icons = icons
        self._buttons: dict[WelcomeWay, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self._column.setSpacing(HALF)
        title = QLabel(self.tr("Por onde começar?"), self)
        title.setFont(strong(self.font()))
        self._column.addWidget(title)
        self._column.addSpacing(GRID)
        self._add_ways()
        self._address, self._connect_row = self._make_connect_row()
        self._column.addWidget(self._connect_row)
        self._refusal = Banner(icons, self)
        self._column.addWidget(self._refusal)
        self._buttons[WelcomeWay.DEMO].setDefault(True)
        self._buttons[WelcomeWay.DEMO].setFocus()

    @property
    def address(self) -> QLineEdit:
        """The field for the address of a database."""
        return self._address

    @property
    def refusal(self) -> str:
        """Why the address was refused; empty while it was not."""
        return self._refusal.text

    def button(self, way: WelcomeWay) -> QPushButton:
        """Return the button of a way."""
        return self._buttons[way]

    def _add_ways(self) -> None:
        self._add_way(
            WelcomeWay.DEMO,
            self.tr("Ver a &demonstração"),
            self.tr("Uma pequena central fictícia, que some ao fechar."),
            IconName.DEMO,
        )
        self._add_way(
            WelcomeWay.NEW,
            self.tr("Criar um banco &novo"),
            self.tr("Um arquivo neste computador, vazio, na sua pasta de dados."),
            IconName.NEW,
        )
        self._add_way(
            WelcomeWay.IMPORT,
            self.tr("&Importar um registro de chamados"),
            self.tr("Um banco novo, preenchido por um arquivo CSV de outro sistema."),
            IconName.IMPORT,
        )
        self._add_way(
            WelcomeWay.CONNECT,
            self.tr("Conectar ao banco da &equipe"),
            self.tr("Um servidor PostgreSQL ou um arquivo que já existe."),
            IconName.CONNECT,
        )

    def _add_way(self, way: WelcomeWay, text: str, explanation: str, icon: IconName) -> None:
        button = QPushButton(text, self)
        button.setAutoDefault(True)
        button.setObjectName("card")
        button.setIconSize(_ICON)
        button.setProperty("way", way.value)
        button.setAccessibleDescription(explanation)
        self._icons.bind(button, icon)
        slots = {WelcomeWay.CONNECT: self._on_connect_asked}
        button.clicked.connect(slots.get(way, self._on_way_clicked))
        label = QLabel(explanation, self)
        label.setObjectName("muted")
        label.setWordWrap(True)
        self._buttons[way] = button
        self._column.addWidget(button)
        self._column.addWidget(label)
        self._column.addSpacing(GRID)

    def _make_connect_row(self) -> tuple[QLineEdit, QWidget]:
        row = QWidget(self)
        address = QLineEdit(row)
        address.setPlaceholderText("postgresql://usuario@servidor/bancada")
        label = QLabel(self.tr("Endere&ço"), row)
        label.setBuddy(address)
        self._connect = QPushButton(self.tr("Conec&tar"), row)
        self._connect.clicked.connect(self._on_connect)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, GRID)
        line.setSpacing(GRID)
        line.addWidget(label)
        line.addWidget(address, 1)
        line.addWidget(self._connect)
        row.hide()
        return address, row

    def _on_way_clicked(self) -> None:
        way = WelcomeWay(self.sender().property("way"))
        kind = OpenKind.DEMO if way is WelcomeWay.DEMO else OpenKind.NEW
        self._leave(WelcomeChoice(way, OpenRequest(kind)))

    def _on_connect_asked(self) -> None:
        self._connect_row.show()
        for button in self._buttons.values():
            button.setDefault(False)
            button.setAutoDefault(False)
        self._connect.setDefault(True)
        self._address.setFocus()

    def _on_connect(self) -> None:
        url = self._address.text().strip()
        if not url.startswith(_SCHEMES):
            self._refuse()
            return
        self._leave(WelcomeChoice(WelcomeWay.CONNECT, OpenRequest(OpenKind.CONNECT, url)))

    def _refuse(self) -> None:
        self._refusal.show_text(
            self.tr("O endereço começa por postgresql:// (servidor) ou sqlite:/// (arquivo)."),
            BannerKind.REFUSED,
        )
        self._address.setFocus()

    def _leave(self, choice: WelcomeChoice) -> None:
        self.accept()
        self.chosen.emit(choice)
