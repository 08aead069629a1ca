"""The look of the kiosk: one style sheet, made from a theme's roles."""

from __future__ import annotations

from viewer.ui.theme import Theme


def kiosk_style_sheet(theme: Theme, pixels: int) -> str:
    """The style sheet of the kiosk's own panels, with controls in a font of so many pixels."""
    radius = round(pixels * 0.6)
    pad = round(pixels * 0.6)
    return f"""
#kiosk, #kioskHome, #kioskSide, #tiles {{ background: {theme.surface}; }}
#kioskSide[onPage="true"] {{ background: {theme.paper}; }}
#kioskHome QScrollArea, #tiles {{ background: {theme.surface}; border: 0; }}
#kioskTitle {{ color: {theme.accent}; }}
#kioskClinic, #kioskNote {{ color: {theme.muted}; }}
#kioskNote[draft="true"] {{ color: {theme.caution}; }}
#kioskBar {{ background: {theme.paper}; border: 0; border-top: 3px solid {theme.outline}; }}
Press {{
  color: {theme.accent}; background: {theme.paper};
  border: 3px solid {theme.accent}; border-radius: {radius}px; padding: 4px {pad}px;
}}
Press:pressed {{ background: {theme.accent_soft}; }}
Press:checked {{ color: {theme.on_accent}; background: {theme.accent}; }}
Press:disabled {{ color: {theme.disabled}; border-color: {theme.line}; }}
Press[role="danger"] {{
  color: {theme.danger}; background: {theme.danger_soft}; border-color: {theme.danger_edge};
}}
Press:focus, Press[role="danger"]:focus {{
  border: 6px solid {theme.focus}; padding: 1px {pad - 3}px;
}}
#kioskSaid {{
  color: {theme.ink}; background: {theme.paper}; border: 3px solid {theme.accent};
  border-radius: {radius}px; padding: {pad}px;
}}
#kioskSaid[good="false"] {{
  color: {theme.caution}; background: {theme.caution_soft}; border-color: {theme.caution_edge};
}}
QTextBrowser {{ background: {theme.paper}; color: {theme.ink}; border: 4px solid {theme.paper}; }}
QTextBrowser[framed="true"] {{ border-color: {theme.focus}; }}
QScrollBar {{ background: {theme.paper}; }}
QScrollBar:vertical {{ width: 20px; margin: 0; }}
QScrollBar::handle {{
  background: {theme.outline}; border: 4px solid {theme.paper}; border-radius: 10px;
}}
QScrollBar::handle:vertical {{ min-height: 88px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
"""
