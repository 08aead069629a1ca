"""The look of the handout dialog, beside the window's own style sheet."""

from __future__ import annotations

from viewer.core.typefaces import FAMILY
from viewer.ui.group import GROUP_STYLE
from viewer.ui.theme import Theme


def handout_style(theme: Theme, pixels: int) -> str:
    """The style sheet of the dialog, for controls in a font of so many pixels."""
    side, above = round(pixels * 0.75), round(pixels * 0.45)
    return f"""
#handout, #handout QScrollArea, #handoutInside, #handoutChoices {{
  background: {theme.paper}; border: 0;
}}
#handout {GROUP_STYLE}
#handout QLabel, #handout QLineEdit, #handout QComboBox, #handout QCheckBox,
#handout QComboBox QAbstractItemView {{ font: {pixels}px "{FAMILY}"; }}
#handout QLabel[heading="true"], #handout QRadioButton, #handout QPushButton {{
  font: bold {pixels}px "{FAMILY}";
}}
#handoutFoot QLabel, #handout QLabel[hint="true"] {{ font: {round(pixels * 0.9)}px "{FAMILY}"; }}
#handout QLabel {{ color: {theme.ink}; }}
#handout QLabel[hint="true"] {{ color: {theme.muted}; }}
#handout #handoutStatus[failed="true"] {{
  color: {theme.danger}; font: bold {pixels}px "{FAMILY}";
}}
#handout QRadioButton {{
  color: {theme.accent}; background: {theme.paper}; border: 2px solid {theme.outline};
  border-radius: 10px; padding: 0 {side}px; spacing: 0;
}}
#handout QRadioButton:hover {{ background: {theme.accent_soft}; }}
#handout QRadioButton:checked {{
  color: {theme.on_accent}; background: {theme.accent}; border-color: {theme.accent};
}}
#handout QRadioButton:focus, #handout QPushButton:focus, #handout QComboBox:focus {{
  border: 4px solid {theme.focus}; padding: 0 {side - 2}px;
}}
#handout QLineEdit:focus {{ border: 4px solid {theme.focus}; padding: 0 6px; }}
#handout QRadioButton:checked:focus, #handout QPushButton#print:focus {{
  background-clip: padding;
}}
#handout QRadioButton::indicator, #handout QCheckBox::indicator {{
  width: 0; height: 0; border: 0; image: none; background: transparent;
}}
#handout QCheckBox {{
  color: {theme.ink}; background: transparent; border: 2px solid transparent;
  border-radius: 8px; padding: 0 {above}px; spacing: {above}px;
}}
#handout QCheckBox:hover {{ background: {theme.accent_soft}; }}
#handout QCheckBox:focus {{ border-color: {theme.focus}; }}
#handout QComboBox {{
  color: {theme.ink}; background: {theme.paper}; border: 2px solid {theme.outline};
  border-radius: 10px; padding: 0 {side}px;
}}
#handout QComboBox::drop-down {{ border: 0; width: {round(pixels * 1.6)}px; }}
#handout QComboBox::down-arrow {{ image: none; }}
#handout QComboBox QAbstractItemView {{
  color: {theme.ink}; background: {theme.paper}; border: 1px solid {theme.outline}; outline: 0;
  selection-background-color: {theme.accent_soft}; selection-color: {theme.accent};
}}
#handout QComboBox QAbstractItemView::item {{ min-height: {max(44, round(pixels * 2.4))}px; }}
#handout QPushButton {{ padding: 0 {side}px; min-height: 0; }}
#handout QPushButton:hover {{ background: {theme.accent_soft}; }}
#handout QPushButton#print {{ color: {theme.on_accent}; background: {theme.accent}; }}
#handout QPushButton:disabled, #handout QPushButton#print:disabled {{
  color: {theme.disabled}; background: {theme.paper}; border-color: {theme.line};
}}
#handoutPreview {{ background: {theme.surface}; border: 1px solid {theme.line}; }}
#handoutPaper {{ border: 3px solid {theme.surface}; }}
#handoutPaper QAbstractScrollArea {{ border: 0; }}
#handoutPaper[framed="true"] {{ border-color: {theme.focus}; }}
#handoutFoot {{ background: {theme.surface}; border: 0; border-top: 1px solid {theme.line}; }}
#handoutRow {{ background: {theme.paper}; border: 0; border-top: 1px solid {theme.line}; }}
"""
