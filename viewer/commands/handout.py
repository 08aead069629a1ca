"""``careleaf handout``: a topic, or parts of it, as a PDF; without a display."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from viewer.commands.complaining import complain
from viewer.commands.handout_findings import errors_of
from viewer.commands.handout_options import STANDARD_OUTPUT, HandoutOptions, parse_handout
from viewer.commands.handout_setup import (
    DONE,
    FAILED,
    LACKING,
    Reporting,
    failure_sentence,
    lack_sentence,
    make_kit,
    make_setup,
    read_settings,
)
from viewer.commands.patience import MAX_SECONDS, TooLongError, within
from viewer.core.files import sweep, write_whole
from viewer.core.installation import Installation
from viewer.core.packs.library import Library
from viewer.core.words import ENGLISH, Words, read_words
from viewer.request import RequestError


def run(arguments: Sequence[str], installation: Installation, clinic: Path | None) -> int:
    """Write one handout, or those of all topics; the exit status.

    ``clinic`` is the settings file that the viewer would use where none is named.
    """
    options = parse_handout(arguments)
    words = read_words(installation.words, ENGLISH)
    try:
        if options.out_dir is not None:
            from viewer.commands.handout_batch import run_batch  # late: it needs other processes

            return run_batch(options, options.out_dir, installation, clinic)
        return _run_one(options, installation, clinic, words)
    except RequestError as error:
        complain(str(error))
        return FAILED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        lack = lack_sentence(error, words)
        complain(lack or failure_sentence(error, words))
        return LACKING if lack else FAILED


def _run_one(
    options: HandoutOptions, installation: Installation, clinic_file: Path | None, words: Words
) -> int:
    reporting = Reporting(words, complain)
    named = options.clinic is not None
    clinic = read_settings(options.clinic or clinic_file, named, words, reporting)
    setup = make_setup(options, installation, clinic)
    library = Library(setup.folders)
    if not library.topic_ids:
        reporting.problems(library.problems)
        return FAILED
    reporting.problems(
        tuple(
            p for p in library.problems if p.path in setup.folders or p.path.name == options.topic
        )
    )
    kit = make_kit(setup, library, words)
    if options.topic not in library:
        ids = library.topic_ids
        some = ", ".join(ids[:10]) + (", …" if len(ids) > 10 else "")
        raise RequestError(words("request.no_topic", topic=options.topic, some=some))
    topic = library.topic(options.topic)
    order = kit.orders.one(topic, words)
    _check_place(options.output, words)
    try:
        pdf = within(MAX_SECONDS, lambda: kit.maker.pdf(order))
    except TooLongError:
        reason = words("handout_command.too_long")
        raise RequestError(
            words("handout_command.failed", what=options.topic, reason=reason)
        ) from None
    for alternative in kit.maker.left_out:
        reporting.error(words("handout_command.picture", alternative=alternative))
    reporting.problems(errors_of(topic, [order], library, kit.icons))
    _write(options.output, pdf, words)
    return FAILED if reporting.failed else DONE


def _check_place(output: str, words: Words) -> None:
    """See before the work is done whether there is a place for it.

    Raises:
        RequestError: there is none.
    """
    path = Path(output)
    if os.path.isdir(path):
        raise RequestError(words("handout_command.is_folder", file=output))
    if not os.path.isdir(path.parent):
        raise RequestError(words("handout_command.no_folder", file=output, folder=str(path.parent)))


def _write(output: str, pdf: bytes, words: Words) -> None:
    """Write the PDF whole or not at all.

    Raises:
        RequestError: it cannot be written; what was there before still is.
    """
    try:
        if output == STANDARD_OUTPUT:
            _to_standard_output(pdf)
        elif _is_special(output):
            Path(output).write_bytes(pdf)  # a device or a pipe has no "before"
        else:
            path = Path(os.path.realpath(output))
            write_whole(path, pdf)
            sweep(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RequestError(
            words("handout_command.not_written", file=output, reason=reason)
        ) from error


def _is_special(output: str) -> bool:
    try:
        return not stat.S_ISREG(os.stat(output).st_mode)
    except OSError:
        return False


def _to_standard_output(pdf: bytes) -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        sys.stdout.buffer.write(pdf)
        sys.stdout.flush()
    except OSError:  # nothing more is tried at the exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise
