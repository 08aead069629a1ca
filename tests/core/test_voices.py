"""A text is read by a voice of its own language, or by none."""

from __future__ import annotations

import pytest

from viewer.core.voices import nearest_voice

ESPEAK = ("C", "ar-EG", "de-DE", "en-GB", "en-US", "es-419", "es-ES", "est-EE", "fr-BE", "fr-FR")


@pytest.mark.parametrize(
    ("tag", "voice"),
    [
        ("en", "en-US"),
        ("en-GB", "en-GB"),
        ("en-AU", "en-US"),
        ("es", "es-419"),
        ("es-MX", "es-419"),
        ("es-ES", "es-ES"),
        ("fr", "fr-FR"),
        ("ar", "ar-EG"),
        ("zh-Hant", ""),
        ("e", ""),
    ],
)
def test_the_nearest_voice(tag: str, voice: str) -> None:
    assert nearest_voice(tag, ESPEAK) == voice


def test_without_voices_there_is_none() -> None:
    assert nearest_voice("en", ()) == ""
