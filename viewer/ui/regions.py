"""The parts of the window that F6 goes round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget


class Regions:
    """Panels, each with the widget in it that takes the focus."""

    def __init__(self, regions: Sequence[tuple[QWidget, QWidget]]) -> None:
        """``regions`` in the order in which they stand; one that is hidden is left out."""
        self._regions = tuple(regions)
        self._parts: tuple[tuple[QWidget, QWidget], ...] = ()

    def add(self, panel: QWidget, entry: QWidget) -> None:
        """One more part, after the others; ``entry`` takes the focus in it."""
        self._regions = (*self._regions, (panel, entry))

    def enter_at(self, panel: QWidget, entry: QWidget) -> None:
        """Another widget takes the focus in a part from now on."""
        self._regions = tuple((p, entry if p is panel else e) for p, e in self._regions)

    def add_part(self, part: QWidget, panel: QWidget) -> None:
        """``part`` stands over the window, and belongs to the region of ``panel``."""
        self._parts = (*self._parts, (part, panel))

    def next(self) -> None:
        """Go on to the next part."""
        self._go_round(1)

    def previous(self) -> None:
        """Go back to the part before."""
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        from PySide6.QtCore import Qt  # late, see qt_numbers

        from viewer.ui.announcing import announce

        seen = [(panel, entry) for panel, entry in self._regions if entry.isVisible()]
        home = self._panel_of(QApplication.focusWidget())
        here = (at for at, (panel, _) in enumerate(seen) if panel is home)
        at = next(here, -1 if step > 0 else 0)
        panel, entry = seen[(at + step) % len(seen)]
        entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if panel.accessibleName() != entry.accessibleName():  # else the focus says it
            announce(panel, panel.accessibleName())

    def _panel_of(self, focus: QWidget | None) -> QWidget | None:
        """The panel that the focus is in, or whose part."""
        if focus is None:
            return None
        places = ((panel, panel) for panel, _ in self._regions)
        for within, panel in (*self._parts, *places):
            if within is focus or within.isAncestorOf(focus):
                return panel
        return None
