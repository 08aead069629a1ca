"""The look of the staff's panel, from a theme's roles."""

from __future__ import annotations

from viewer.ui.theme import Theme

EDGE, RING = 2, 5
"""Pixels of a button's edge, and of the line that shows the focus."""


def staff_sheet(theme: Theme, pixels: int) -> str:
    """The panel's style sheet, with letters of so many pixels on its controls."""
    above, side = round(pixels * 0.35), round(pixels * 0.6)
    less = RING - EDGE
    return f"""
#staffPanel, #staffPanel QScrollArea, #statusInside {{ background: {theme.paper}; border: 0; }}
#staffPanel QLabel {{ color: {theme.ink}; background: transparent; }}
#staffPanel QLabel[part="title"] {{ color: {theme.accent}; }}
#staffPanel QLabel[part="name"] {{ color: {theme.muted}; }}
#staffPanel QLabel[wrong="true"] {{ color: {theme.danger}; }}
#staffPanel QToolButton {{
  color: {theme.accent}; background: {theme.paper};
  border: {EDGE}px solid {theme.accent}; border-radius: 10px; padding: {above}px {side}px;
}}
#staffPanel QToolButton:hover {{ background: {theme.paper}; }}
#staffPanel QToolButton:pressed {{ background: {theme.accent_soft}; }}
#staffPanel QToolButton[part="main"] {{ color: {theme.on_accent}; background: {theme.accent}; }}
#staffPanel QToolButton[part="main"]:pressed {{
  color: {theme.accent}; background: {theme.accent_soft};
}}
#staffPanel QToolButton:focus, #staffPanel QToolButton[part="main"]:focus {{
  color: {theme.accent}; background: {theme.paper};
  border: {RING}px solid {theme.focus}; padding: {above - less}px {side - less}px;
}}
#staffPanel QToolButton:disabled, #staffPanel QToolButton[part="main"]:disabled {{
  color: {theme.disabled}; background: {theme.paper}; border-color: {theme.disabled};
}}
#staffPanel PinPad QToolButton, #staffPanel PinPad QToolButton:focus {{ padding: 0; }}
#staffPanel QScrollBar {{ background: {theme.paper}; border: 0; width: 16px; margin: 0; }}
#staffPanel QScrollBar::handle {{
  background: {theme.outline}; border: 4px solid {theme.paper}; border-radius: 8px;
  min-height: 88px;
}}
#staffPanel QScrollBar::add-line, #staffPanel QScrollBar::sub-line {{ width: 0; height: 0; }}
#staffPanel QScrollBar::add-page, #staffPanel QScrollBar::sub-page {{ background: {theme.paper}; }}
#staffPanel QScrollArea:focus {{ border: {RING}px solid {theme.focus}; }}
"""
