"""Numbers of those of Qt's enums that are needed before the first paint.

The namespace ``Qt`` makes some hundred Python enums the moment its name is
imported: 33 ms of the 190 that the smallest window takes to start. Where Qt
takes a number in an enum's place, the panels therefore use these, and import
the namespace only in what happens later. A test compares each with Qt's own.
"""

DISPLAY_ROLE = 0
DECORATION_ROLE = 1
FONT_ROLE = 6
FOREGROUND_ROLE = 9
SIZE_HINT_ROLE = 13
USER_ROLE = 0x100

PLAIN_TEXT = 0
"""TextFormat, for the property "textFormat"."""
WORD_WRAP = 1
"""QTextOption.WrapMode, for the property "wordWrapMode"."""
SCROLL_BAR_ALWAYS_OFF = 1
"""ScrollBarPolicy, for the property "horizontalScrollBarPolicy"."""
STRONG_FOCUS = 11
"""FocusPolicy, for the property "focusPolicy"."""
TEXT_BESIDE_ICON = 2
"""ToolButtonStyle, for the property "toolButtonStyle"."""

ALIGN_LEADING = 0x01
ALIGN_V_CENTER = 0x80
TEXT_WORD_WRAP = 0x1000

LEFT_TO_RIGHT = 0
RIGHT_TO_LEFT = 1
"""LayoutDirection, for the property "layoutDirection"."""

KEY_ESCAPE = 0x01000000
KEY_RETURN = 0x01000004
KEY_ENTER = 0x01000005
KEY_HOME = 0x01000010
KEY_END = 0x01000011
KEY_UP = 0x01000013
KEY_DOWN = 0x01000015
KEY_PAGE_UP = 0x01000016
KEY_PAGE_DOWN = 0x01000017
KEY_DOWN = 0x01000015
KEY_SPACE = 0x20
