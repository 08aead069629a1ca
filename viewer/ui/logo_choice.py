"""The clinic's logo: what it looks like on paper, another one, or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from viewer.core.images import ImageData, read_picture
from viewer.ui.announcing import announce
from viewer.ui.decoding import decoded
from viewer.ui.flow_layout import FlowLayout
from viewer.ui.fonts import control_font
from viewer.ui.group import Group

_SHAPE = 3
"""The widest that a logo is shown, in its heights."""


class LogoChoice(Group):
    """Shows a picture file, and asks for another."""

    changed = Signal()

    def __init__(self, logo: Path | None, pixels: int) -> None:
        super().__init__()
        self.value = logo
        self.problem = ""
        self._state = ""
        self._high = round(pixels * 4)
        self._dialog: QFileDialog | None = None
        self.picture = QLabel()
        self.choose = QPushButton(self.tr("Choose…"))
        self.remove = QPushButton(self.tr("Remove"))
        self.choose.setAccessibleName(self.tr("Choose a logo"))
        self.remove.setAccessibleName(self.tr("Remove the logo"))
        line = FlowLayout(self, QMargins(), 8)
        line.addWidget(self.picture)
        line.push_rest()
        for button in (self.choose, self.remove):
            button.setFont(control_font(pixels))
            button.setAutoDefault(False)
            line.addWidget(button)
        self.picture.setFont(control_font(pixels))
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self.take(None))
        self._show()

    def take(self, logo: Path | None) -> None:
        """Use this picture, if it is one that can be used."""
        if logo is not None and self._image(logo) is None:
            self.problem = self.tr(
                "{} cannot be used as a logo. Choose a PNG or a plain SVG drawing, "
                "no larger than 4 MiB or 4,096 pixels on a side."
            ).format(logo.name)
        else:
            self.problem = ""
            self.value = logo
            if self.remove.hasFocus():
                self.choose.setFocus()  # there will be nothing to remove
            self._show()
            announce(self.choose, self._state)
        self._describe()
        self.changed.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a logo"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures ({})").format("*.png *.svg *.PNG *.SVG"))
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def _image(self, logo: Path) -> QPixmap | None:
        found = read_picture(logo)
        image = decoded(found) if isinstance(found, ImageData) else None
        if image is None:
            return None
        wide, ratio = self._high * _SHAPE, self.devicePixelRatioF()
        scaled = image.scaled(
            round(wide * ratio),
            round(self._high * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(1)
        on_paper = QPixmap(scaled.size())
        on_paper.fill(Qt.GlobalColor.white)  # as it will be printed, whatever the theme is
        painter = QPainter(on_paper)
        painter.drawImage(0, 0, scaled)
        painter.end()
        on_paper.setDevicePixelRatio(ratio)
        return on_paper

    def _show(self) -> None:
        image = self._image(self.value) if self.value is not None else None
        self.remove.setEnabled(self.value is not None)
        self.picture.setPixmap(image or QPixmap())
        self._state = self.tr("No logo")
        if image is not None and self.value is not None:
            self._state = self.tr("Logo: {}").format(self.value.name)
        else:
            self.picture.setText(self._state)
        self.picture.setAccessibleName(self._state)
        self._describe()

    def _describe(self) -> None:
        """Say at the button what there is, and what is wrong with what was chosen."""
        said = " ".join(filter(None, (self.problem, self._state)))
        self.choose.setAccessibleDescription(said)
