"""Where the program finds what comes with it, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).resolve().parent.parent


class Installation(NamedTuple):
    """The folders that come with the program."""

    content: Path
    resources: Path

    @property
    def words(self) -> Path:
        """The words files."""
        return self.resources / "words"

    @property
    def translations(self) -> Path:
        """Qt's translation files of the controls."""
        return self.resources / "translations"

    @property
    def icons(self) -> Path:
        """The icons that packs and controls name."""
        return self.resources / "icons"

    @property
    def keyboards(self) -> Path:
        """The layouts of a kiosk's own keyboard."""
        return self.resources / "keyboards"

    @property
    def icon_names(self) -> frozenset[str]:
        """The names that a pack may give in ``icon``."""
        return frozenset(path.stem for path in self.icons.glob("*.svg"))

    @property
    def desktop(self) -> Path:
        """What makes the program known to a desktop: its entry and its icon."""
        return self.resources / "desktop"

    @property
    def skeleton(self) -> Path:
        """What a new topic is made of."""
        return self.resources / "skeleton"

    @property
    def themes(self) -> Path:
        """The colours of each theme."""
        return self.resources / "themes"


def find_installation() -> Installation:
    """A wheel carries content and resources in the package; a checkout has them beside it."""
    shipped = _PACKAGE / "_shipped"
    root = shipped if shipped.is_dir() else _PACKAGE.parent
    return Installation(root / "content", root / "resources")
