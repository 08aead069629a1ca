"""Icons by name, and what stands for one that there is not."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from viewer.core.installation import Installation
from viewer.ui.icons import UNKNOWN, Icons


def test_a_kind_of_care_without_an_icon_has_that_of_any_list(
    qapp: QApplication, installation: Installation
) -> None:
    icons = Icons(installation.icons)
    usual = icons.pixmap(UNKNOWN, "#102030", 24).toImage()
    assert icons.pixmap("arm-care", "#102030", 24).toImage() == usual
    assert icons.pixmap("hydration", "#102030", 24).toImage() != usual
    assert icons.pixmap("", "#102030", 24).isNull()
    assert icons.pixmap("../secret", "#102030", 24).isNull()
