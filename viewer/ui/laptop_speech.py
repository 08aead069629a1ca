"""A voice for somebody at their own computer: what is missing, they can mend themselves."""

from __future__ import annotations

import sys

from viewer.core.locales import isolated, language_name
from viewer.ui.speech import Speech


class LaptopSpeech(Speech):
    """Speaks as a kiosk's does, and says otherwise why it cannot."""

    def _no_voice(self, language: str) -> str:
        said = self.tr(
            "This computer has no voice for {}. Text in that language will not be read aloud."
        )
        return said.format(isolated(language_name(language)))

    def _silence(self) -> str:
        return self.tr(
            "No sound is coming out. Turn on the sound or your headphones, then press Listen again."
        )

    def _broken(self, *, is_missing: bool) -> str:
        if not is_missing:
            return self.tr(
                "The voice is not working. Check that the sound is on, then press Listen again."
            )
        if sys.platform.startswith("linux"):
            return self.tr(
                "This computer cannot read aloud yet. Install the packages speech-dispatcher and "
                "speech-dispatcher-espeak-ng, then press Listen again."
            )
        return self.tr(
            "This computer cannot read aloud yet. Add a voice in the system's settings for "
            "speech, then press Listen again."
        )
