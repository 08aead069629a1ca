"""The search field of a kiosk, which gives nothing away and takes nothing in but what is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from viewer.ui.button import Button
from viewer.ui.fonts import control_font, load_letters
from viewer.ui.icons import Icons
from viewer.ui.kiosk.keys import is_allowed_key
from viewer.ui.kiosk.lines import leading_side
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.text_direction import runs_from_the_right
from viewer.ui.theme import Theme

MOST_LETTERS = 100


class Field(QLineEdit):
    """Edits by itself: so there is no selection, no history to undo and no clipboard at any time.

    Qt's own puts what is selected on the clipboard of X11, pastes at the middle button, and
    keeps what was deleted, for Ctrl+Z. A way of input of the system's (its keyboard on a touch
    screen, its learned words) is not asked for.
    """

    touched = Signal()
    """A finger has come, or the focus by Tab."""
    left = Signal()
    """Enter or Down: on to the rows."""
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(MOST_LETTERS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setFrame(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        policy = self.sizePolicy().Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)  # as high as what it stands in
        self.selectionChanged.connect(self.deselect)
        self._keeps_escape = False
        self._align()

    def keep_escape(self, kept: bool) -> None:
        """Whether Escape is for the field, whose keyboard is up, or for the window."""
        self._keeps_escape = kept

    def write(self, text: str) -> None:
        """Write at the cursor."""
        at, now = self.cursorPosition(), self.text()
        room = max(0, MOST_LETTERS - len(now))
        load_letters(text)
        self._change(now[:at] + text[:room] + now[at:], at + len(text[:room]))

    def delete_one(self) -> None:
        """Take away the letter before the cursor."""
        at, now = self.cursorPosition(), self.text()
        if at:
            self._change(now[: at - 1] + now[at:], at - 1)

    def empty(self) -> None:
        """Take all away; Qt's own ``clear`` could be undone."""
        self._change("", 0)

    def _delete_next(self) -> None:
        at, now = self.cursorPosition(), self.text()
        self._change(now[:at] + now[at + 1 :], at)

    def _change(self, text: str, at: int) -> None:
        """Setting a text whole leaves no history; the cursor stands before anybody hears of it."""
        if text == self.text():
            return
        before = self.blockSignals(True)
        self.setText(text)
        self.setCursorPosition(at)
        self.blockSignals(before)
        self.textChanged.emit(text)

    # --- what a visitor does ----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and a few keys by which one edits; what else there is goes on to the window."""
        keys, key = Qt.Key, event.key()
        writes = event.text().isprintable() and bool(event.text())
        if not is_allowed_key(key, event.modifiers(), event.text()):
            event.ignore()  # somebody's shortcut
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Down):
            self.left.emit()
        elif key == keys.Key_Escape and self._keeps_escape:
            self.escaped.emit()
        elif writes:
            self.write(event.text())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not self._edit(key):
            event.ignore()

    def _edit(self, key: int) -> bool:
        keys = Qt.Key
        step = -1 if runs_from_the_right(self.text(), self.isRightToLeft()) else 1
        if key in (keys.Key_Left, keys.Key_Right):
            self.cursorForward(False, step if key == keys.Key_Right else -step)
        elif key == keys.Key_Home:
            self.home(False)
        elif key == keys.Key_End:
            self.end(False)
        elif key == keys.Key_Backspace:
            self.delete_one()
        elif key == keys.Key_Delete:
            self._delete_next()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the cursor there, and no more: neither a word nor all of it is selected."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self.touched.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A finger that is drawn over it selects nothing."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nor does the middle button paste, nor the system's keyboard come up."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        side = leading_side(from_right=self.isRightToLeft())
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | side)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With another reason, Qt's own would select all that is in it.

        A panel that comes into sight may be given the focus: nobody has come to type for that.
        """
        super().focusInEvent(QFocusEvent(event.type(), Qt.FocusReason.OtherFocusReason))
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.touched.emit()


class FieldBox(QFrame):
    """The field with a lens before it, and after it a button that empties it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("kioskField")
        self._icons = icons
        self._pixels = 27
        self.lens = QLabel()
        self.field = Field()
        self.clear_button = Button()
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear_button.clicked.connect(self._clear)
        self.clear_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.lens)
        row.addWidget(self.field, 1)
        row.addWidget(self.clear_button)
        self.field.textChanged.connect(lambda text: self.clear_button.setVisible(bool(text)))
        self.field.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the parts in the language of the window."""
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setPlaceholderText(self.tr("Search"))
        self.clear_button.setAccessibleName(self.tr("Clear the search"))

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and in letters of so many pixels."""
        self._pixels = pixels
        size = round(pixels * 1.3)
        self.lens.setPixmap(self._icons.pixmap("search", theme.muted, size, ratio))
        inset = round(pixels * 0.7)
        self.lens.setContentsMargins(inset, 0, inset, 0)
        self.field.setFont(control_font(pixels))
        self.clear_button.setIcon(self._icons.icon("close", theme.ink, size, ratio))
        self.clear_button.setIconSize(QSize(size, size))
        self.clear_button.setFixedSize(TARGET, TARGET)
        self.setFixedHeight(self.sizeHint().height())
        self.setStyleSheet(f"""
#kioskField {{ background: {theme.paper}; border: 2px solid {theme.outline};
  border-radius: 12px; }}
#kioskField[lit="true"] {{ border: 4px solid {theme.focus}; }}
QLineEdit {{ color: {theme.ink}; background: transparent; border: 0; padding: 0;
  placeholder-text-color: {theme.muted};
  selection-background-color: {theme.paper}; selection-color: {theme.ink}; }}
QToolButton {{ background: transparent; border: 0; border-radius: 12px; }}
QToolButton:pressed {{ background: {theme.accent_soft}; }}
QToolButton:focus {{ border: 4px solid {theme.focus}; }}""")

    def sizeHint(self) -> QSize:
        return QSize(6 * TARGET, max(TARGET, round(self._pixels * 1.7)) + 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger on the lens, or on the edge, means the field."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        self.field.touched.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame shows the focus of the field in it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("lit", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)

    def _clear(self) -> None:
        """The button goes with what it has cleared; the focus does not get lost with it."""
        if self.clear_button.hasFocus():
            self.field.setFocus(Qt.FocusReason.TabFocusReason)
        self.field.empty()
