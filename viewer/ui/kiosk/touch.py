"""One finger scrolls, with a flick, and never marks text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QScrollerProperties, QTextBrowser

from viewer.ui.kiosk.motion import motion_wanted

_Metric = QScrollerProperties.ScrollMetric
_NEVER = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff

PROPERTIES: dict[QScrollerProperties.ScrollMetric, object] = {
    _Metric.DragStartDistance: 0.003,  # metres: a tap may tremble, for many hands do
    _Metric.MousePressEventDelay: 0.2,  # seconds until a button shows that it is down
    _Metric.DecelerationFactor: 0.35,
    _Metric.MinimumVelocity: 0.05,
    _Metric.MaximumVelocity: 0.8,  # metres a second: nobody loses the page by one flick
    _Metric.AxisLockThreshold: 0.66,
    _Metric.HorizontalOvershootPolicy: _NEVER,
    _Metric.VerticalOvershootPolicy: _NEVER,
}

READING = Qt.TextInteractionFlag.LinksAccessibleByMouse | (
    Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
"""What a page lets a visitor do: go to its links; without the flags that mark text."""


def scroll_by_finger(area: QAbstractScrollArea) -> QScroller:
    """Have a finger, or the left button, drag ``area``; a text browser marks no text then."""
    if isinstance(area, QTextBrowser):
        area.setTextInteractionFlags(READING)
    viewport = area.viewport()
    QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.LeftMouseButtonGesture)
    scroller = QScroller.scroller(viewport)
    properties = scroller.scrollerProperties()
    for metric, value in PROPERTIES.items():
        properties.setScrollMetric(metric, value)
    scroller.setScrollerProperties(properties)
    heed_motion(area)
    return scroller


def heed_motion(area: QAbstractScrollArea) -> None:
    """Have a page stop where the finger does, where the system wants less motion."""
    if not QScroller.hasScroller(area.viewport()):
        return
    scroller = QScroller.scroller(area.viewport())
    properties = scroller.scrollerProperties()
    fastest = PROPERTIES[_Metric.MaximumVelocity] if motion_wanted() else 0.0
    properties.setScrollMetric(_Metric.MaximumVelocity, fastest)
    scroller.setScrollerProperties(properties)


def stop_scrolling(area: QAbstractScrollArea) -> None:
    """Stop a flick that goes on: what it would move is another page now."""
    viewport = area.viewport()
    if QScroller.hasScroller(viewport):
        QScroller.scroller(viewport).stop()
