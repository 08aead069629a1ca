"""What lies under a finger, or has the focus: how it is said, and what choosing it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from viewer.ui.kiosk.bar import KioskBar
from viewer.ui.kiosk.field import Field
from viewer.ui.kiosk.key import Key
from viewer.ui.kiosk.page import KioskPageView
from viewer.ui.kiosk.page_under_finger import OnPage, link_with_focus, page_at
from viewer.ui.kiosk.pin_dots import PinDots
from viewer.ui.kiosk.pin_pad import PinPad
from viewer.ui.kiosk.press import Press
from viewer.ui.kiosk.still_there import StillThere

Kind = TypeVar("Kind", bound=QWidget)
Said = tuple[tuple[str, str], ...]
"""Words, each with the tag of their language; empty: that of the controls."""


class Target(NamedTuple):
    """Something that can be heard."""

    what: object
    """Two touches of the same are a choice."""
    said: Said
    choose: Callable[[], object] | None = None
    """None: there is nothing to choose."""
    is_heading: bool = False
    """Of a page."""


class UnderFinger(QObject):
    """Names everything that a kiosk shows, in plain words."""

    def __init__(self, window: QWidget, page_language: Callable[[], str]) -> None:
        """``page_language`` is that of the page which is shown."""
        super().__init__(window)
        self._window, self._page_language = window, page_language

    def at(self, point: QPoint) -> Target | None:
        """What is there, in the window's own numbers; None where there is nothing."""
        widget = self._window.childAt(point)
        if widget is None:
            return None
        view = widget.parentWidget()
        if isinstance(view, KioskPageView) and widget is view.viewport():
            return self._page(view, widget.mapFrom(self._window, point))
        return self.of(widget)

    def is_secret(self, point: QPoint) -> bool:
        """Whether a digit of the staff's PIN is there, which nobody is to hear."""
        widget = self._window.childAt(point)
        return widget is not None and _is_secret(widget)

    def of(self, widget: QWidget) -> Target | None:
        """What a widget is; None: nothing to be heard."""
        if _is_secret(widget):
            return None
        asks = _around(widget, StillThere)
        if asks is not None and widget is not asks.more:
            said = ((asks.question.text(), ""), (self.tr("Touch again to go on."), ""))
            return Target(asks, said, asks.yes.click)
        if isinstance(widget, QAbstractButton):
            choose = widget.click if widget.isEnabled() else None
            return Target(widget, self._button(widget), choose)
        field = widget if isinstance(widget, QLineEdit) else widget.findChild(Field)
        if isinstance(field, Field) and (field is widget or field.parentWidget() is widget):
            words = ", ".join((field.accessibleName(), self.tr("you can type here.")))
            return Target(field, ((words, ""), (field.text(), "")), lambda: _type_in(field))
        if isinstance(widget, KioskPageView):
            return Target(widget, ((widget.accessibleName(), ""),))
        if isinstance(widget, QLabel) and widget.text():
            return Target(widget, ((widget.accessibleName() or widget.text(), ""),))
        return None

    def _page(self, view: KioskPageView, point: QPoint) -> Target | None:
        found = page_at(view, point)
        return self._part(view, found) if found is not None else None

    def link_of(self, view: KioskPageView) -> Target | None:
        """The link of a page that has the focus; None: none has it."""
        found = link_with_focus(view)
        return self._part(view, found) if found is not None else None

    def _part(self, view: KioskPageView, found: OnPage) -> Target:
        language = self._page_language()
        lines = tuple((line, language) for line in found.lines)
        if found.link:
            said = (*lines, (self.tr("opens a page"), ""))
            return Target(found.what, said, lambda: view.link_requested.emit(found.link))
        role = ((self.tr("heading"), ""),) if found.is_heading else ()
        return Target(found.what, (*lines, *role), is_heading=found.is_heading)

    def _button(self, button: QAbstractButton) -> Said:
        name = button.accessibleName() or button.text()
        if isinstance(button, Key):
            return ((name, ""),)
        bar = _around(button, KioskBar)
        tags = {} if bar is None else {it: tag for tag, it in bar.languages.items()}
        if isinstance(button, Press) and button in tags:
            state = self.tr("language, chosen") if button.isChecked() else self.tr("language")
            return ((name, tags[button]), (state, ""))
        parts = [name, self.tr("button")]
        if bar is not None and button is bar.hearing.spoken_off:
            pass  # its name says what it does
        elif button.isCheckable():
            parts.append(self.tr("switched on") if button.isChecked() else self.tr("switched off"))
        if button.accessibleDescription():
            parts.append(button.accessibleDescription())
        if not button.isEnabled():
            parts.append(self.tr("cannot be used now"))
        return ((", ".join(parts), ""),)


def _around(widget: QWidget, kind: type[Kind]) -> Kind | None:
    at: QWidget | None = widget
    while at is not None and not isinstance(at, kind):
        at = at.parentWidget()
    return at


def _is_secret(widget: QWidget) -> bool:
    if isinstance(widget, PinDots):
        return True
    pad = _around(widget, PinPad)
    return pad is not None and widget is not pad.close_key


def _type_in(field: Field) -> None:
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    field.touched.emit()
