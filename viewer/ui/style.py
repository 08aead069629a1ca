"""The look of the controls: one style sheet and one palette, made from a theme's roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.ui.metrics import INSET
from viewer.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette


def style_sheet(theme: Theme, pixels: int, *, rtl: bool) -> str:
    """The style sheet of the window for a theme, and controls in a font of so many pixels.

    Qt does not mirror a style sheet where writing runs from right to left (``rtl``).
    """
    start, end = ("right", "left") if rtl else ("left", "right")
    # It does mirror the room that a border leaves inside: so there must be as much on both sides.
    even = f"border-right: 1px solid {theme.surface};" if rtl else ""
    return f"""
#window {{ background: {theme.paper}; }}
#toolbar {{ background: {theme.paper}; border: 0; border-bottom: 1px solid {theme.line}; }}
#sidebar {{ background: {theme.surface}; border: 0; {even}
  border-{end}: 1px solid {theme.line}; }}
#sidebar QTreeView {{ background: {theme.surface}; color: {theme.ink}; border: 0; outline: 0; }}
#sidebar QTreeView::item {{
  padding-{start}: {round(pixels * INSET) - 5}px; padding-{end}: 6px;
  border: 0; border-{start}: 5px solid {theme.surface};
}}
#sidebar QTreeView::item:selected {{
  color: {theme.accent}; background: {theme.accent_soft}; border-{start}-color: {theme.accent};
}}
#sidebar QTreeView::item:focus {{
  border: 2px solid {theme.focus}; border-{start}: 5px solid {theme.focus};
}}
#glossaryPopup {{ background: {theme.paper}; border: 2px solid {theme.accent}; }}
#glossaryPopup QScrollArea, #glossaryInside {{ background: {theme.paper}; border: 0; }}
#glossaryPopup QLabel {{ color: {theme.ink}; }}
#glossaryPopup QToolButton {{ padding: 3px 2px; text-decoration: underline; }}
#glossaryPopup QToolButton:focus {{ padding: 1px 0; }}
#findBar {{ background: {theme.surface}; border: 0; border-top: 1px solid {theme.line}; }}
#findBar QLabel {{ color: {theme.ink}; }}
#findBar QLineEdit {{
  background: {theme.paper}; color: {theme.ink}; border: 2px solid {theme.outline};
  border-radius: 8px; padding: 0 8px;
  selection-background-color: {theme.selection}; selection-color: {theme.ink};
}}
#topicTitle {{ color: {theme.ink}; }}
#topicFilter {{
  color: {theme.ink}; background: {theme.paper}; placeholder-text-color: {theme.muted};
  border: 2px solid {theme.outline}; border-radius: 8px; padding: 0 8px;
  selection-background-color: {theme.selection}; selection-color: {theme.ink};
}}
#nothingFound {{ color: {theme.ink}; }}
#statusLine {{ background: {theme.surface}; border: 0; border-top: 1px solid {theme.line}; }}
#statusLine QLabel {{ color: {theme.muted}; }}
#statusLine #translation, #statusLine #review[draft="true"] {{ color: {theme.caution}; }}
QAbstractButton {{ outline: 0; }}
QToolButton {{
  color: {theme.accent}; background: transparent;
  border: 2px solid transparent; border-radius: 8px; padding: 3px 8px;
}}
QToolButton:hover {{ background: {theme.accent_soft}; }}
QToolButton:checked {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QToolButton:focus {{ border: 4px solid {theme.focus}; padding: 1px 6px; }}
QToolButton:disabled {{ color: {theme.disabled}; }}
QToolButton::menu-indicator {{ image: none; }}
QCheckBox {{
  color: {theme.accent}; background: {theme.paper}; border: 2px solid {theme.accent};
  border-radius: 10px; padding: 0 {round(pixels * 0.7)}px; spacing: 0;
}}
QCheckBox:checked {{ color: {theme.on_accent}; background: {theme.accent}; }}
QCheckBox:focus {{ border: 4px solid {theme.focus}; padding: 0 {round(pixels * 0.7) - 2}px; }}
QCheckBox:checked:focus {{ background-clip: padding; }}
QCheckBox::indicator {{ width: 0; height: 0; }}
QToolButton#help, QToolButton#help:hover {{
  color: {theme.danger}; background: {theme.danger_soft};
  border: 2px solid {theme.danger_edge}; border-radius: 0; padding: 3px {round(pixels * 0.6)}px;
}}
QToolButton#help:focus {{
  border: 4px solid {theme.focus}; padding: 1px {round(pixels * 0.8) - 2}px;
}}
QTextBrowser {{
  background: {theme.paper}; color: {theme.ink}; border: 2px solid transparent;
  selection-background-color: {theme.selection}; selection-color: {theme.ink};
}}
QTextBrowser[framed="true"] {{ border-color: {theme.focus}; }}
QMenu {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.outline}; }}
QMenu::item {{
  padding: {max(6, 20 - round(pixels * 0.6))}px 23px; padding-{start}: 31px;
  border: 3px solid transparent;
}}
QMenu::item:selected {{
  background: {theme.accent_soft}; color: {theme.accent}; border-color: {theme.focus};
}}
QToolTip {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.outline}; }}
QLineEdit {{
  background: {theme.paper}; color: {theme.ink}; border: 2px solid {theme.outline};
  border-radius: 10px; padding: 0 8px; placeholder-text-color: {theme.muted};
  selection-background-color: {theme.selection}; selection-color: {theme.ink};
}}
QLineEdit:focus, #findBar QLineEdit:focus, #topicFilter:focus {{
  border: 4px solid {theme.focus}; padding: 0 6px;
}}
#indexBar {{ background: {theme.surface}; border: 0; border-top: 1px solid {theme.line}; }}
#indexBar QLabel {{ color: {theme.ink}; }}
#listeningBar {{ background: {theme.surface}; border: 0; border-top: 1px solid {theme.line}; }}
#listeningBar QLabel {{ color: {theme.ink}; }}
QProgressBar {{ background: {theme.paper}; border: 1px solid {theme.outline}; border-radius: 5px; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 4px; }}
#searchPanel {{ background: {theme.paper}; border: 2px solid {theme.outline}; border-radius: 8px; }}
#searchPanel QListView {{ background: {theme.paper}; border: 0; outline: 0; }}
#searchMessage {{ color: {theme.ink}; }}
QScrollBar {{ background: {theme.surface}; }}
QScrollBar:vertical {{ width: 24px; margin: 0; }}
QScrollBar:horizontal {{ height: 24px; margin: 0; }}
QScrollBar::handle {{
  background: {theme.outline}; border: 7px solid {theme.surface}; border-radius: 12px;
}}
QScrollBar::handle:vertical {{ min-height: 44px; }}
QScrollBar::handle:horizontal {{ min-width: 44px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QMessageBox, QMessageBox QLabel {{ background: {theme.paper}; color: {theme.ink}; }}
QPushButton {{
  color: {theme.accent}; background: {theme.paper}; border: 2px solid {theme.accent};
  border-radius: 8px; padding: 8px 18px; min-height: 24px;
}}
QPushButton:default {{ color: {theme.on_accent}; background: {theme.accent}; }}
QPushButton:focus {{ border: 4px solid {theme.focus}; padding: 6px 16px; }}
QPushButton:default:focus {{ background-clip: padding; }}
"""


def palette(theme: Theme) -> QPalette:
    """The palette for whatever the style sheet does not reach."""
    from PySide6.QtGui import QColor, QPalette  # late: the style sheet is enough for a start

    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.paper,
        roles.Base: theme.paper,
        roles.AlternateBase: theme.surface,
        roles.Text: theme.ink,
        roles.WindowText: theme.ink,
        roles.Button: theme.paper,
        roles.ButtonText: theme.ink,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.ink,
        roles.Link: theme.accent,
        roles.ToolTipBase: theme.paper,
        roles.ToolTipText: theme.ink,
        roles.PlaceholderText: theme.muted,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    return made
