"""Closes the ways out of a kiosk: sees every event before anybody else, and asks the policy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QShortcutEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QFontDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from viewer.core.policy import Action, Policy
from viewer.ui.kiosk.explorer import POINTING, Explorer
from viewer.ui.kiosk.keys import is_allowed_key, is_spoken_mode_key, is_staff_key
from viewer.ui.kiosk.watching import Watcher

_Kind = QEvent.Type

REFUSED: dict[QEvent.Type, Action] = {
    # menus
    _Kind.ContextMenu: Action.CONTEXT_MENU,
    # drag and drop
    _Kind.DragEnter: Action.SELECT,
    _Kind.DragMove: Action.SELECT,
    _Kind.Drop: Action.SELECT,
    # little windows of help
    _Kind.ToolTip: Action.CONTEXT_MENU,
    _Kind.WhatsThis: Action.CONTEXT_MENU,
    _Kind.QueryWhatsThis: Action.CONTEXT_MENU,
    _Kind.EnterWhatsThisMode: Action.CONTEXT_MENU,
    _Kind.WhatsThisClicked: Action.CONTEXT_MENU,
    _Kind.StatusTip: Action.CONTEXT_MENU,
    # the system's own keyboard, which has keys and settings of its own
    _Kind.RequestSoftwareInputPanel: Action.CONTEXT_MENU,
    # from outside the program
    _Kind.FileOpen: Action.TAKE_REQUESTS,
    # the end
    _Kind.Quit: Action.CLOSE,
}
"""Events that are swallowed unless the policy allows the action, whoever they are for."""

_FORGETFUL = (QMessageBox, QColorDialog, QFontDialog)
"""Windows that Qt takes for shown once they close, though they were told not to show. It would keep
them in its list of those that block all others, and crash when it next goes through that."""
_FAR_AWAY = QPoint(-30_000, -30_000)

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Guard(Watcher):
    """Lets a visitor touch, type and scroll in one window, and nothing else."""

    staff_requested = Signal()
    """Ctrl+Alt+S."""
    spoken_mode_requested = Signal()
    """F4, or a finger that has stayed."""
    refused = Signal(str)
    """What was closed before anybody saw it, for the log: a kind of thing, never its words."""

    def __init__(self, policy: Policy, window: QWidget) -> None:
        """Watch the application from now on; ``window`` is the only one there may be."""
        super().__init__(window)
        self._policy = policy
        self._window = window
        self._let_go = False
        self.explorer = Explorer(window)
        self.explorer.held.connect(self.spoken_mode_requested)
        self._judges: dict[QEvent.Type, Callable[[QObject, QEvent], bool]] = {
            _Kind.ShortcutOverride: self._key,
            _Kind.KeyPress: self._key,
            _Kind.KeyRelease: self._release,
            _Kind.Shortcut: self._shortcut,
            _Kind.MouseButtonPress: self._button,
            _Kind.MouseButtonRelease: self._button,
            _Kind.MouseButtonDblClick: self._button,
            _Kind.NonClientAreaMouseButtonPress: self._button,
            _Kind.NonClientAreaMouseButtonDblClick: self._button,
            _Kind.MouseMove: self._move,
            _Kind.Wheel: self._wheel,
            _Kind.Show: self._show,
            _Kind.Close: self._close,
        }
        # Their windows would be the system's own, which no filter sees.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
        clipboard = QGuiApplication.clipboard()
        clipboard.changed.connect(self._empty)
        self._sweep = QTimer(self)
        self._sweep.setSingleShot(True)
        self._sweep.timeout.connect(self._close_others)
        self.watch()

    # --- what others may ask -----------------------------------------------------

    def may_close(self) -> bool:
        """Whether it lets go, or whoever stands there may end the program."""
        return self._let_go or self._policy.allows(Action.CLOSE)

    def let_go(self) -> None:
        """Guard nothing more: staff leave, or the program ends."""
        self._let_go = True
        super().let_go()

    def clear_clipboard(self) -> None:
        """Forget what was copied, here or anywhere on this screen."""
        clipboard = QGuiApplication.clipboard()
        clipboard.clear(QClipboard.Mode.Clipboard)
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    # --- what Qt asks -------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in POINTING and self.hears(watched, event):
            return True
        judge = self._judges.get(kind)
        if judge is not None:
            return judge(watched, event)
        action = REFUSED.get(kind)
        if action is None or self._policy.allows(action):
            return False
        if kind is not _Kind.StatusTip and kind is not _Kind.ToolTip:
            event.ignore()
        if kind in (_Kind.Quit, _Kind.FileOpen):
            self.refused.emit(kind.name)
        return True

    def hears(self, watched: QObject, event: QEvent) -> bool:
        """Whether a touch is for the ear alone; one that rests may turn that on."""
        return self._policy.allows(Action.SPOKEN_MODE) and self.explorer.takes(watched, event)

    def spares(self, event: QEvent) -> bool:
        """Whether no overlay takes this for a first touch: it is for the ear, or turns that on."""
        if isinstance(event, QKeyEvent):
            return is_spoken_mode_key(event.key(), event.modifiers())
        return self.explorer.is_on and event.type() in POINTING

    def _key(self, watched: QObject, event: QEvent) -> bool:
        assert isinstance(event, QKeyEvent)
        if self._policy.allows(Action.USE_SHORTCUTS):
            return False
        key, held, text = event.key(), event.modifiers(), event.text()
        if is_staff_key(key, held, text):
            if _is_press(event):
                self.staff_requested.emit()
            event.accept()
            return True
        if is_spoken_mode_key(key, held) and self._policy.allows(Action.SPOKEN_MODE):
            if _is_press(event):
                self.spoken_mode_requested.emit()
            event.accept()
            return True
        if is_allowed_key(key, held, text):
            return False
        event.accept()  # of an override: so that Qt looks for no shortcut
        return True

    def _release(self, watched: QObject, event: QEvent) -> bool:
        """A button that Space holds down must come up, whatever is held by then."""
        assert isinstance(event, QKeyEvent)
        if self._policy.allows(Action.USE_SHORTCUTS):
            return False
        return not is_allowed_key(event.key(), Qt.KeyboardModifier.NoModifier, event.text())

    def _shortcut(self, watched: QObject, event: QEvent) -> bool:
        """Alt and a letter of a button's words, and whatever else has got by its key."""
        assert isinstance(event, QShortcutEvent)
        if self._policy.allows(Action.USE_SHORTCUTS):
            return False
        pressed = event.key()[0]  # type: ignore[index]  # Qt's stubs lack it
        return not is_allowed_key(pressed.key(), pressed.keyboardModifiers(), "")

    def _button(self, watched: QObject, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        if event.button() is not Qt.MouseButton.LeftButton:
            # The right one opens menus, the middle one pastes, the others go back and forward.
            return not self._policy.allows(Action.CONTEXT_MENU)
        twice = event.type() is _Kind.MouseButtonDblClick
        marking = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return (twice or bool(marking)) and self._selects(watched)

    def _move(self, watched: QObject, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        return bool(event.buttons()) and self._selects(watched)

    def _selects(self, watched: QObject) -> bool:
        """Whether a drag or a double click here would mark text; a page has a flag against it."""
        return isinstance(watched, QLineEdit) and not self._policy.allows(Action.SELECT)

    def _wheel(self, watched: QObject, event: QEvent) -> bool:
        """With a key held it zooms, or goes sideways."""
        assert isinstance(event, QWheelEvent)
        if not event.modifiers() & _COMMANDS:
            return False
        return not self._policy.allows(Action.USE_SHORTCUTS)

    def _close(self, watched: QObject, event: QEvent) -> bool:
        if not self._is_ours(watched) or self.may_close():
            return False
        event.ignore()
        self.refused.emit("Close")
        return True

    # --- other windows --------------------------------------------------------------

    def _show(self, watched: QObject, event: QEvent) -> bool:
        """Close a second window; Qt tells of it before it asks the system to show it."""
        if self.may_close() or self._is_ours(watched):
            return False
        if isinstance(watched, QWidget):
            if not watched.isWindow():
                return False
            if isinstance(watched, _FORGETFUL):
                watched.setWindowOpacity(0)
                watched.move(_FAR_AWAY)
            else:
                watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        elif not isinstance(watched, QWindow) or not watched.isTopLevel():
            return False
        elif watched.inherits("QWidgetWindow"):
            return False  # the widget that it shows has been judged
        # Not now: it is in the middle of being shown, and a dialog waits in a loop of its own.
        self._sweep.start()
        self.refused.emit(watched.metaObject().className())
        return False

    def _close_others(self) -> None:
        """Looked for anew, for some stand on the stack of a function that waits for them."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                widget.close()
        for window in QGuiApplication.topLevelWindows():
            if window is not self._window.windowHandle() and window.isVisible():
                window.hide()

    def _is_ours(self, watched: QObject) -> bool:
        return watched is self._window or watched is self._window.windowHandle()

    def _empty(self, mode: QClipboard.Mode) -> None:
        """Whatever comes on a clipboard is taken off at once."""
        if self._let_go or self._policy.allows(Action.SELECT):
            return
        clipboard = QGuiApplication.clipboard()
        content = clipboard.mimeData(mode)
        # None under X11, whatever the stubs say, where another program has cleared it.
        if content is not None and content.formats():  # type: ignore[redundant-expr]
            clipboard.clear(mode)


def _is_press(event: QKeyEvent) -> bool:
    """Whether this is a key that goes down: once, for it is taken where it comes first."""
    return event.type() is _Kind.KeyPress and not event.isAutoRepeat()
