"""``careleaf import``: texts from elsewhere made into packs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from viewer.commands.complaining import complain
from viewer.commands.import_options import MedlinePlus, parse_import
from viewer.core.installation import Installation
from viewer.core.words import ENGLISH, read_words
from viewer.request import RequestError

FAILED = 1


def run(arguments: Sequence[str], installation: Installation) -> int:
    """Import what is asked for; the exit status.

    Raises:
        KeyboardInterrupt: somebody has had enough; each topic is whole.
    """
    options = parse_import(arguments)
    words = read_words(installation.words, ENGLISH)
    try:
        if isinstance(options, MedlinePlus):
            from viewer.commands import import_medlineplus  # each import needs much of its own

            return import_medlineplus.run(options, installation, words)
        from viewer.commands import import_text

        return import_text.run(options, installation, words)
    except RequestError as error:
        complain(str(error))
        return FAILED
    except OSError as error:
        if sys.flags.dev_mode:
            raise
        reason = error.strerror or str(error)
        complain(words("import_command.failed", reason=reason, file=str(error.filename or "")))
        return FAILED
