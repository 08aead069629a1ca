"""Where this user's files are: the places that each system sets aside for programs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

NAME = "careleaf"
CLINIC_FILE = "clinic.yaml"


class Folders(NamedTuple):
    """Folders of this user and of the system; none of them need exist."""

    config: Path
    system_config: Path
    cache: Path
    state: Path
    """For what outlives a start and is nobody's choice, such as a kiosk's log."""
    runtime: Path | None = None
    """For what lives no longer than this visit to the computer; not every system has one."""

    def clinic_file(self) -> Path | None:
        """The clinic's settings: the user's own come before the system's.

        Those that cannot be read are the ones all the same, so that their reader says so: other
        numbers in their place would be wrong numbers.
        """
        for folder in (self.config, self.system_config):
            if _is_there(folder / CLINIC_FILE):
                return folder / CLINIC_FILE
        return None


def find_folders() -> Folders:
    """The folders by the rules of this system, such as XDG's on Linux."""
    if sys.platform.startswith("linux"):
        return _xdg_folders()
    import platformdirs

    return Folders(
        config=Path(platformdirs.user_config_dir(NAME, appauthor=False)),
        system_config=Path(platformdirs.site_config_dir(NAME, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(NAME, appauthor=False)),
        state=Path(platformdirs.user_state_dir(NAME, appauthor=False)),
    )


def _xdg_folders() -> Folders:
    """What platformdirs answers on Linux; importing it takes 3 of the 200 ms of a start.

    The rules are those of the XDG Base Directory Specification 0.8: a relative path is ignored.
    """
    named = os.environ.get("XDG_CONFIG_DIRS", "").split(os.pathsep)
    systems = [Path(folder) / NAME for folder in named if folder.startswith("/")]
    systems = systems or [Path("/etc/xdg") / NAME]
    # Desktops put a folder of their own before /etc/xdg: the settings may be in any of them.
    system = next((f for f in systems if _is_there(f / CLINIC_FILE)), systems[0])
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return Folders(
        config=_xdg("XDG_CONFIG_HOME", ".config"),
        system_config=system,
        cache=_xdg("XDG_CACHE_HOME", ".cache"),
        state=_xdg("XDG_STATE_HOME", os.path.join(".local", "state")),
        runtime=Path(runtime) if runtime.startswith("/") and os.path.isdir(runtime) else None,
    )


def _xdg(variable: str, otherwise: str) -> Path:
    named = os.environ.get(variable, "")
    return (Path(named) if named.startswith("/") else Path.home() / otherwise) / NAME


def _is_there(path: Path) -> bool:
    """Whether there is anything of this name, be it a link that leads nowhere."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):  # it may be there, in a folder that is closed to us
        return True
    return True
