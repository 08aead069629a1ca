"""A part of the page as Qt hands it to a screen reader.

What is told here is asked for from outside, at any moment: a part of a page that has been written
anew is not valid any more, and answers nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleTableCellInterface,
)

from viewer.ui.interface_address import address_of
from viewer.ui.page_part import Kind, Part

if TYPE_CHECKING:
    from viewer.ui.spoken_page import SpokenPage

Role = QAccessible.Role
_ROLES = {
    Kind.HEADING: Role.Heading,
    Kind.PARAGRAPH: Role.Paragraph,
    Kind.LIST: Role.List,
    Kind.ITEM: Role.ListItem,
    Kind.TABLE: Role.Table,
    Kind.ROW: Role.Row,
    Kind.HEADER: Role.ColumnHeader,
    Kind.CELL: Role.Cell,
    Kind.GROUP: Role.Grouping,
    Kind.LINK: Role.Link,
    Kind.TERM: Role.Link,
    Kind.IMAGE: Role.Graphic,
}
_LINKS = (Kind.LINK, Kind.TERM)
_CELLS = (Kind.HEADER, Kind.CELL)


class PartInterface(QAccessibleInterface):
    """One heading, paragraph, link … of the page that is shown."""

    def __init__(self, page: SpokenPage, part: Part) -> None:
        super().__init__()
        self.page: SpokenPage | None = page
        """None: the page has been written anew."""
        self.part = part
        self._attributes = PartAttributes(part.language, part.level)
        self._action = LinkAction(self) if part.kind in _LINKS else None
        self._cell = Cell(self) if part.kind in _CELLS else None

    def isValid(self) -> bool:
        return self.page is not None

    def object(self) -> QObject:
        """The widget that it is of."""
        return None  # type: ignore[return-value]  # it is a part of a widget, and none itself

    def parent(self) -> QAccessibleInterface:
        """What it stands in."""
        return self._interface(self.part.parent)

    def child(self, index: int) -> QAccessibleInterface:
        """One of the parts in it."""
        children = self.part.children
        return self._interface(children[index] if 0 <= index < len(children) else None)

    def childCount(self) -> int:
        return len(self.part.children)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return index_in(self.part, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return self._interface(self.page.part_at(self.part, x, y) if self.page else None)

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self.page.rect(self.part) if self.page else QRect()

    def role(self) -> QAccessible.Role:
        """What it is."""
        return _ROLES[self.part.kind]

    def state(self) -> QAccessible.State:
        """How it is now."""
        state = QAccessible.State()
        if self.page is None:
            state.invalid = True
            return state
        state.readOnly = True
        state.invisible = not self.page.is_visible
        state.offscreen = not self.page.is_in_sight(self.part)
        focused = self.page.focused() is self.part
        state.linked = self._action is not None
        state.focusable = self._action is not None or focused
        state.focused = focused
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, or what is said of it."""
        if kind is QAccessible.Text.Name:
            return self.part.name
        if kind is QAccessible.Text.Description and self.page is not None:
            return self.page.description(self.part)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nobody writes on a page."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Where its other interface is in memory."""
        kinds = QAccessible.InterfaceType
        if kind is kinds.AttributesInterface:
            return address_of(self._attributes)
        if kind is kinds.ActionInterface:
            return address_of(self._action)
        if kind is kinds.TableCellInterface:
            return address_of(self._cell)
        return address_of()

    def interface_of(self, part: Part | None) -> QAccessibleInterface | None:
        """The interface of another part of the same page."""
        return self.page.interface(part) if self.page is not None and part is not None else None

    def _interface(self, part: Part | None) -> QAccessibleInterface:
        return self.interface_of(part)  # type: ignore[return-value]  # None is C++'s null


def index_in(part: Part, child: QAccessibleInterface) -> int:
    """Which of a part's children an interface is; -1: none."""
    if not isinstance(child, PartInterface):
        return -1
    return next((at for at, one in enumerate(part.children) if one is child.part), -1)


class PartAttributes(QAccessibleAttributesInterface):
    """The level of a heading, and the language of any part."""

    def __init__(self, language: str, level: int = 0) -> None:
        super().__init__()
        self.language = language
        self._values: dict[QAccessible.Attribute, object] = {}
        if level:
            self._values[QAccessible.Attribute.Level] = level
        if language:
            self._values[QAccessible.Attribute.Locale] = QLocale(language)

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return list(self._values)

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return self._values.get(key)


class LinkAction(QAccessibleActionInterface):
    """A link is pressed as by a click, and takes the focus as by Tab."""

    def __init__(self, link: PartInterface) -> None:
        super().__init__()
        self._link = link

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        page = self._link.page
        if page is not None and name == self.pressAction():
            page.press(self._link.part)
        elif page is not None and name == self.setFocusAction():
            page.focus(self._link.part)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


class Cell(QAccessibleTableCellInterface):
    """Where a cell stands in its table, and which cells head its row and its column."""

    def __init__(self, cell: PartInterface) -> None:
        super().__init__()
        self._cell = cell

    def columnExtent(self) -> int:
        return 1

    def rowExtent(self) -> int:
        return 1

    def columnIndex(self) -> int:
        return self._cell.part.at[1]

    def rowIndex(self) -> int:
        return self._cell.part.at[0]

    def isSelected(self) -> bool:
        return False

    def columnHeaderCells(self) -> list[QAccessibleInterface]:
        part, rows = self._cell.part, self._rows()
        heads = [row.children[part.at[1]] for row in rows if row.children[0].kind is Kind.HEADER]
        return self._interfaces([] if part.kind is Kind.HEADER else heads)

    def rowHeaderCells(self) -> list[QAccessibleInterface]:
        row, column = self._cell.part.at
        is_head = self._cell.part.kind is Kind.HEADER or not column
        return self._interfaces([] if is_head else self._rows()[row].children[:1])

    def table(self) -> QAccessibleInterface:
        """The table that it stands in."""
        row = self._cell.part.parent
        # None is C++'s null.
        return self._cell.interface_of(row.parent if row else None)  # type: ignore[return-value]

    def _rows(self) -> list[Part]:
        row = self._cell.part.parent
        return row.parent.children if row is not None and row.parent is not None else []

    def _interfaces(self, parts: list[Part]) -> list[QAccessibleInterface]:
        found = map(self._cell.interface_of, parts)
        return [interface for interface in found if interface is not None]
