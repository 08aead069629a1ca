"""Which controls stand in a toolbar, and which, where there is no room, in the menu under More."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QToolButton, QWidget

from viewer.ui.flow_layout import FlowLayout

Part = tuple[QWidget, ...]
"""Controls that go and come together."""


class Overflow:
    """Hides what would make a toolbar too high, and shows it again where there is room."""

    def __init__(self, flow: FlowLayout, more: QToolButton, parts: Sequence[Part]) -> None:
        """``parts`` may go, the first one first; whatever else the layout holds always stays."""
        self._flow, self._more, self._parts = flow, more, parts
        self._folded: frozenset[QWidget] = frozenset()
        more.hide()

    @property
    def folded(self) -> tuple[QWidget, ...]:
        """What stands in the menu, in the toolbar's order."""
        return tuple(widget for widget in self._widgets() if widget in self._folded)

    def offer(self, widget: QWidget, offered: bool) -> None:
        """Whether a control is to be had at all, here or in the menu."""
        if not offered:
            self._folded -= {widget}
        widget.setVisible(offered and widget not in self._folded)

    def at_hand(self, widget: QWidget) -> QWidget:
        """Where the focus goes instead of a control that stands in the menu."""
        return self._more if widget in self._folded else widget

    def fit(self, width: int, most: int) -> None:
        """Show as much as ``most`` pixels of height hold in so much width."""
        offered = {w for w in self._widgets() if w in self._folded or not w.isHidden()}
        offered.discard(self._more)
        self._fold(offered, self._excess(offered, width, most))

    def _excess(self, offered: set[QWidget], width: int, most: int) -> frozenset[QWidget]:
        """What has to go: as little as may be, and the least wanted."""
        if self._flow.height_of(offered, width) <= most:
            return frozenset()
        gone: list[Part] = []
        for part in self._parts:
            gone.append(part)
            if self._is_low(offered, gone, width, most):
                break
        for part in reversed(self._parts):  # one that is wide may have made room for others
            if part in gone:
                fewer = [other for other in gone if other is not part]
                if fewer and self._is_low(offered, fewer, width, most):
                    gone = fewer
        return frozenset(widget for part in gone for widget in part if widget in offered)

    def _is_low(self, offered: set[QWidget], gone: list[Part], width: int, most: int) -> bool:
        shown = offered.difference(*gone) | {self._more}
        return self._flow.height_of(shown, width) <= most

    def _fold(self, offered: set[QWidget], folded: frozenset[QWidget]) -> None:
        if folded == self._folded and self._more.isHidden() is not bool(folded):
            return
        focused = self._more.window().focusWidget()
        came_back = next((w for w in self._widgets() if w in self._folded - folded), None)
        self._folded = folded
        self._more.setVisible(bool(folded))
        for widget in offered:
            widget.setVisible(widget not in folded)
        if focused in folded:
            self._more.setFocus()  # the way to the control that had it
        elif focused is self._more and not folded and came_back is not None:
            came_back.setFocus()

    def _widgets(self) -> list[QWidget]:
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]
