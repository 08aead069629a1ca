"""Keeps the window on the whole of the first screen, whatever is plugged in or pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_Kind = QEvent.Type
_CHANGES = frozenset(
    {
        _Kind.WindowStateChange,
        _Kind.WindowDeactivate,
        _Kind.Hide,
        _Kind.Move,
        _Kind.Resize,
        _Kind.ScreenChangeInternal,
    }
)
SOON, LATEST = 200, 10_000
"""Milliseconds until the first try, and between tries at the most: a window manager may refuse."""


class OneScreen(QObject):
    """Looks after each change, and tries again, ever more seldom, until all is as it should be."""

    def __init__(self, window: QWidget, *, soon: int = SOON, latest: int = LATEST) -> None:
        super().__init__(window)
        self._window = window
        self._soon, self._latest = soon, latest
        self._let_go = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self._look_soon)
        application.primaryScreenChanged.connect(self._look_soon)
        for screen in QGuiApplication.screens():
            self._follow(screen)
        window.installEventFilter(self)

    def fill(self) -> None:
        """Take the whole of the first screen now."""
        screen = QGuiApplication.primaryScreen()
        if not QGuiApplication.screens() or self._let_go:
            return  # no screen at all, for now
        window = self._window
        if window.screen() is not screen:
            window.setScreen(screen)
            if window.isFullScreen():
                window.showNormal()  # from full screen a window manager moves nothing
        if window.geometry() != screen.geometry():
            window.setGeometry(screen.geometry())
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()
        window.raise_()
        window.activateWindow()

    def is_right(self) -> bool:
        """Whether the window has all of the first screen, and the keys."""
        screen = QGuiApplication.primaryScreen()
        window = self._window
        return not QGuiApplication.screens() or (
            window.isVisible()
            and window.isFullScreen()
            and not window.isMinimized()
            and window.geometry() == screen.geometry()
            and window.isActiveWindow()
        )

    def let_go(self) -> None:
        """Leave the window alone from now on."""
        self._let_go = True
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self._look_soon()
        return False

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look_soon)
        self._look_soon()

    def _look_soon(self) -> None:
        if not self._let_go and not self._timer.isActive():
            self._timer.start(self._soon)

    def _look(self) -> None:
        if self._let_go or self.is_right():
            return
        waited = self._timer.interval()
        self.fill()
        self._timer.start(min(max(waited, self._soon) * 2, self._latest))
