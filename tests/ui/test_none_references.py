"""PySide6 6.12.0 on Python 3.11 loses a reference to None with each call that returns it.

After some 5,000 calls the process dies. The dependency is bound by a marker in
``pyproject.toml``; this test counts, so that a new PySide6 cannot bring the fault back.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication

from tests.conftest import OpenViewer
from viewer.ui.screen import SidebarRow

CALLS, ROWS = 10_000, 6_000
SLACK = 500
"""References to None that come and go by themselves."""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal; see the next test")
def test_calls_that_return_none_keep_its_references(qapp: QApplication) -> None:
    thing, item, model = QObject(), QStandardItem("x"), QStandardItemModel()
    before = sys.getrefcount(None)
    for _ in range(CALLS // 5):
        thing.setObjectName("x")
        item.setText("x")
        item.setData("x", Qt.ItemDataRole.UserRole)
        model.setObjectName("x")
        item.setEnabled(True)
    lost = before - sys.getrefcount(None)
    assert lost < SLACK, f"{lost} references to None are lost in {CALLS} calls"


def test_a_sidebar_of_six_thousand_rows_is_filled(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    rows = [SidebarRow("Group"), *(SidebarRow(f"Row {at}", f"row-{at}") for at in range(ROWS))]
    before = sys.getrefcount(None)
    reader.window.sidebar.show_rows("Many", tuple(rows), f"row-{ROWS - 1}")
    lost = before - sys.getrefcount(None)
    model = reader.sections.model()
    assert model.rowCount(model.index(0, 0)) == ROWS
    assert reader.row_shown == f"Row {ROWS - 1}"
    if sys.version_info < (3, 12):
        assert lost < SLACK
