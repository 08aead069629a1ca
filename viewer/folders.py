"""Where this user's files are: the places that each system sets aside for programs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import platformdirs

NAME = "careleaf"
CLINIC_FILE = "clinic.yaml"


class Folders(NamedTuple):
    """Folders of this user and of the system; none of them need exist."""

    config: Path
    system_config: Path
    cache: Path

    def clinic_file(self) -> Path | None:
        """The clinic's settings: the user's own come before the system's."""
        for folder in (self.config, self.system_config):
            if (folder / CLINIC_FILE).is_file():
                return folder / CLINIC_FILE
        return None


def find_folders() -> Folders:
    """The folders by the rules of this system, such as XDG's on Linux."""
    return Folders(
        config=Path(platformdirs.user_config_dir(NAME, appauthor=False)),
        system_config=Path(platformdirs.site_config_dir(NAME, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(NAME, appauthor=False)),
    )
