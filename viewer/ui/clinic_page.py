"""The page on which a nurse sets the clinic's own numbers: shows, checks, and asks to be saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.core.locales import isolated
from viewer.core.packs.clinic import can_be_dialled
from viewer.core.packs.clinic_store import ClinicFile, ClinicValues
from viewer.core.packs.clinic_writer import tidy
from viewer.ui.announcing import announce
from viewer.ui.clinic_file_words import words_for
from viewer.ui.flow_layout import FlowLayout
from viewer.ui.fonts import control_font, load_letters
from viewer.ui.form import FormRow, caution, form_sheet, words
from viewer.ui.group import Group
from viewer.ui.icons import Icons
from viewer.ui.key_list import Where, add_key
from viewer.ui.language_choice import LanguageChoice
from viewer.ui.logo_choice import LogoChoice
from viewer.ui.number_question import NumberQuestion
from viewer.ui.questions import ask_about_changes
from viewer.ui.style import palette
from viewer.ui.theme import Theme
from viewer.ui.wrapping import DefaultPush, Round

MAX_NAME = 200
"""Letters of a clinic's name."""
MAX_NUMBER = 60
_WIDE, _HIGH = 42, 54
"""Ems of a page that has room."""


class ClinicPage(QDialog):
    """A form over one settings file; it writes nothing itself."""

    save_requested = Signal(object)
    """Carries the ClinicValues that are wanted."""

    def __init__(
        self,
        parent: QWidget,
        file: ClinicFile,
        problems: Sequence[str],
        languages: Sequence[str],
        icons: Icons,
        scale: tuple[Theme, int],
    ) -> None:
        """``languages`` are those of the library; ``scale`` is a theme and a font's pixels."""
        super().__init__(parent)
        theme, self._pixels = scale
        self._room = parent.width()
        self._file = file
        self.setObjectName("clinicPage")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Clinic settings"))
        self.setPalette(palette(theme))
        self.setStyleSheet(form_sheet(theme, self._pixels))
        found = [self.tr("This was found in the file:"), *problems] if problems else []
        values, ratio = file.values, self.devicePixelRatioF()
        self.name = self._line(values.clinic_name, MAX_NAME)
        self.emergency = self._line(values.emergency_number, MAX_NUMBER)
        self.phone = self._line(values.care_team_phone, MAX_NUMBER)
        self.question = NumberQuestion(icons, theme, self._pixels, ratio)
        self.logo = LogoChoice(values.logo, self._pixels)
        self.papers = self._paper_choice(values.paper)
        known = languages or values.languages
        self.languages = LanguageChoice(values.languages, known, icons, theme, self._pixels, ratio)
        self._arrange(found)
        self._check()
        self._describe(found)

    def _line(self, value: str, longest: int) -> QLineEdit:
        load_letters(value)
        line = QLineEdit(value)
        line.setMaxLength(max(longest, len(value)))
        line.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        line.textChanged.connect(self._check)
        return line

    def _paper_choice(self, paper: str) -> QButtonGroup:
        group = QButtonGroup(self)
        usual = self.tr("As usual in the region")
        for name, value in ((usual, ""), (self.tr("Letter"), "letter"), (self.tr("A4"), "a4")):
            button = Round()
            button.setFont(control_font(self._pixels))
            button.set_words(name)
            button.setProperty("paper", value)
            button.setChecked(value == paper)
            group.addButton(button)
            button.let_tab_in()
        group.buttonToggled.connect(self._check)
        return group

    # --- the form -------------------------------------------------------------------

    def _arrange(self, found: Sequence[str]) -> None:
        inside = QWidget()
        inside.setObjectName("inside")
        column = QVBoxLayout(inside)
        gap = self._pixels
        beside = min(gap, self._room // 25)
        column.setContentsMargins(beside, gap, beside, gap)
        column.setSpacing(round(gap * 1.2))
        if found:
            column.addWidget(caution(found, gap))
        for row in self._rows():
            column.addWidget(row)
            if row is self._emergency_row:
                column.addWidget(self.question)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._area = area
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self._foot())
        self.question.answered.connect(self._check)
        self.logo.changed.connect(self._check)
        self.languages.changed.connect(self._check)

    def _rows(self) -> tuple[FormRow, ...]:
        """The fields, in their order."""
        pixels = self._pixels
        paper = Group()
        beside = FlowLayout(paper, QMargins(), 8)
        for button in self.papers.buttons():
            beside.addWidget(button)
        unset = self.tr(
            "Careleaf never guesses it. Without one, pages say “your local emergency number”."
        )
        self._emergency_row = FormRow(self.tr("Emergency number"), self.emergency, pixels, unset)
        self._phone_row = FormRow(self.tr("Care team's telephone"), self.phone, pixels)
        self._logo_row = FormRow(self.tr("Logo, for handouts"), self.logo, pixels)
        self._languages_row = FormRow(
            self.tr("Languages"),
            self.languages,
            pixels,
            self.tr("Those that readers may choose from. The first one is the one to begin in."),
        )
        return (
            FormRow(self.tr("Name of the clinic"), self.name, pixels),
            self._emergency_row,
            self._phone_row,
            self._logo_row,
            FormRow(self.tr("Paper"), paper, pixels),
            self._languages_row,
            self._file_row(),
        )

    def _file_row(self) -> FormRow:
        place = QLineEdit(str(self._file.target))
        place.setReadOnly(True)
        place.setCursorPosition(0)
        place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a path in any language
        said = words_for(self._file, self._in_order)
        return FormRow(self.tr("Where this is kept"), place, self._pixels, said)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("part", "foot")
        self.reason = words("", "name", self._pixels)
        self.reason.setObjectName("reason")
        self.save, cancel = DefaultPush(self.tr("Save")), QPushButton(self.tr("Cancel"))
        self.save.setDefault(True)
        self.save.clicked.connect(lambda: self.save_requested.emit(self.values))
        add_key(self, Where.SETTINGS, "save", self.save.animateClick)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self._leave)
        row = QWidget()
        buttons = FlowLayout(row, QMargins(), 8)
        buttons.push_rest()
        for button in (cancel, self.save):
            button.setFont(control_font(self._pixels, bold=True))
            buttons.addWidget(button)
        column = QVBoxLayout(foot)
        column.setContentsMargins(self._pixels, 10, self._pixels, 10)
        column.addWidget(self.reason)
        column.addWidget(row)
        return foot

    # --- what is wanted ---------------------------------------------------------------

    @property
    def values(self) -> ClinicValues:
        """What the form says now."""
        paper = self.papers.checkedButton()
        return ClinicValues(
            tidy(self.name.text()),
            tidy(self.emergency.text()),
            tidy(self.phone.text()),
            self.logo.value,
            str(paper.property("paper")) if paper is not None else "",
            self.languages.value,
        )

    def show_failure(self, sentence: str) -> None:
        """Say why nothing was saved."""
        self._say(sentence, failed=True)
        announce(self, sentence)

    def _check(self) -> None:
        """Say what is wrong where it is wrong, and why there is nothing to save."""
        values = self.values
        no_number = self.tr(
            "Nobody can dial this. Write one number and nothing else, such as 555-0100."
        )
        rows = (
            (self._emergency_row, self._number_error(values.emergency_number, no_number)),
            (self._phone_row, self._number_error(values.care_team_phone, no_number)),
            (self._logo_row, self.logo.problem),
            (self._languages_row, "" if self.languages.offered else self.tr("Offer at least one.")),
        )
        for row, error in rows:
            row.show_error(error)
        number_is_new = values.emergency_number != self._file.clinic.emergency_number
        asks = number_is_new and not rows[0][1] and values != self._file.values
        self.question.ask(self._in_order(values.emergency_number), asks=asks)
        wrong = next((row for row, error in rows if error), None)
        self._say(self._reason(values, wrong))

    def _number_error(self, number: str, error: str) -> str:
        return error if number and not can_be_dialled(number) else ""

    def _reason(self, values: ClinicValues, wrong: FormRow | None) -> str:
        """Why it cannot be saved; empty where it can."""
        if self._file.is_broken:
            return self.tr(
                "This file has to be mended in an editor first, at the line named above. "
                "Careleaf does not write over it."
            )
        if not self._file.can_be_written:
            return self.tr("You may not write this file, so nothing can be changed here.")
        if wrong is not None:
            return self.tr("Cannot be saved yet. Look at: {}").format(wrong.title.text())
        if values == self._file.values:
            return self.tr("Nothing has been changed.")
        if self.question.is_open:
            return self.tr("Cannot be saved yet. Say that the emergency number is right.")
        return ""

    def _describe(self, found: Sequence[str]) -> None:
        """Have what nobody can mend here said as soon as the page opens."""
        is_fixed = self._file.is_broken or not self._file.can_be_written
        reason = self.reason.text() if is_fixed else ""
        self.setAccessibleDescription(" ".join([*found, reason]).strip())

    def _say(self, reason: str, *, failed: bool = False) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.reason.setProperty("part", "error" if failed else "name")
        self.reason.style().polish(self.reason)
        self.save.setEnabled(failed or not reason)
        self.save.setAccessibleDescription(reason)

    def _in_order(self, number: str) -> str:
        return isolated(number) if self.isRightToLeft() else number

    # --- what Qt asks -------------------------------------------------------------------

    def reject(self) -> None:
        """Escape, or the window's own button: what was typed is not lost without a word."""
        can_be_saved = self._file.can_be_written and not self._file.is_broken
        if self.values == self._file.values or not can_be_saved:
            self._leave()
        else:
            ask_about_changes(self, control_font(self._pixels), self._leave)

    def _leave(self) -> None:
        """Cancel says itself that nothing is kept."""
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as it would like to be, on a screen that may be small."""
        super().showEvent(event)
        room = self.screen().availableSize()
        wide = min(self._pixels * _WIDE, room.width() - 20)
        self.resize(wide, min(self._pixels * _HIGH, room.height() - 60))
        self.name.setFocus()
