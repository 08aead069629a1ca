"""What a person is told whose machine lacks something."""

from __future__ import annotations

import pytest

from viewer.machine import (
    ALL_PACKAGES,
    WAYLAND_PACKAGES,
    library_message,
    platform_message,
    screen_message,
)

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libstdc++.so.6": "libstdc++6",
}
LOADER = "{}: cannot open shared object file: No such file or directory"


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_package_of_a_known_library_is_named(library: str) -> None:
    words = library_message(LOADER.format(library))
    first = words.splitlines()[0]
    assert f"needs the system library {library}," in first
    assert first.endswith(f"apt-get install {LIBRARIES[library]}")
    assert ALL_PACKAGES in words


def test_an_unknown_library_is_named_without_guessing() -> None:
    words = library_message(LOADER.format("libstrange.so.9"))
    assert "libstrange.so.9" in words
    assert "this command installs it" not in words
    assert "libstrange9" not in words


def test_another_reason_is_told_as_it_is() -> None:
    assert "wrong ELF class" in library_message("wrong ELF class")


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_screen_will_do(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for other in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(other, raising=False)
    words = screen_message()
    assert words is not None
    assert "DISPLAY" in words
    monkeypatch.setenv(name, "x")
    assert screen_message() is None


def test_a_screen_out_of_reach_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    words = platform_message("could not connect\nand more")
    assert ":987" in words or "system library" in words
    assert "and more" not in words


@pytest.mark.parametrize("wished", ["wayland", ""])
def test_a_compositor_s_screen_is_named_and_needs_its_own_packages(
    monkeypatch: pytest.MonkeyPatch, wished: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", wished)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("DISPLAY", ":987")
    words = platform_message("Failed to create wl_display")
    assert "wayland-7" in words or "system library libwayland" in words
    assert ":987" not in words
    assert WAYLAND_PACKAGES in library_message(LOADER.format("libwayland-cursor.so.0"))


def test_no_screen_at_all_has_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    words = platform_message("Failed to create wl_display")
    assert "cannot reach a screen." in words or "system library" in words
