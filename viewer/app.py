"""The entry: a command, the reader's window, or the kiosk's; each is imported when it is wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from viewer.asking import request_of, understood
from viewer.core.installation import Installation, find_installation
from viewer.folders import Folders, find_folders
from viewer.request import RequestError, report

if TYPE_CHECKING:
    from viewer.options import Options
    from viewer.ui.window import Window

COMMANDS = ("check", "diff", "edit", "handout", "import", "new", "pin")
BAD_REQUEST = 1
UNFINISHED = 2
INTERRUPTED = 130
"""What shells give for Ctrl+C."""


def main(
    arguments: Sequence[str] | None = None, when_shown: Callable[[Window], None] | None = None
) -> int:
    """Run a command, or open the window; returns the exit status.

    ``when_shown`` is called with the window once it has been shown, as benchmarks need it.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    installation, folders = find_installation(), find_folders()
    if arguments and arguments[0] in COMMANDS:
        return _answer(arguments, installation, folders)
    from viewer.options import parse_options

    options = parse_options(arguments)
    if options.kiosk:
        from viewer.kiosk import run_kiosk

        return run_kiosk(options, installation, folders)
    return _read(options, installation, folders, when_shown)


def _read(
    options: Options,
    installation: Installation,
    folders: Folders,
    when_shown: Callable[[Window], None] | None,
) -> int:
    """Open the reader's window; or hand what is asked for to one that is open."""
    # First all that knows no Qt: once it is loaded, PySide reads the source of each new module.
    import viewer.core.history
    import viewer.core.locales
    import viewer.core.policy
    import viewer.core.typefaces
    import viewer.laptop
    import viewer.ui.first_screen
    import viewer.ui.metrics
    import viewer.ui.reader_settings
    import viewer.ui.theme
    from viewer.application import make_application

    application = make_application()
    sys.excepthook = _say_fault
    try:
        options = understood(options, installation)
        status = _hand_over(options, installation, folders)
        if status is not None:
            return status
        window = viewer.laptop.build_window(options, installation, folders)
    except RequestError as error:
        print(error, file=sys.stderr)
        return BAD_REQUEST
    window.show()
    if when_shown is not None:
        when_shown(window)
    return application.exec()


def _hand_over(options: Options, installation: Installation, folders: Folders) -> int | None:
    """Give a request to the window that is open; None where there is none, or no request.

    Raises:
        RequestError: the window that is open cannot meet it.
    """
    request = request_of(options)
    if request is None:
        return None
    from viewer.core.policy import LAPTOP, Action

    if not LAPTOP.allows(Action.TAKE_REQUESTS):
        return None
    from viewer.door import door_of
    from viewer.handing_over import hand_over

    return hand_over(request, door_of(options, installation, folders), installation, report)


def _say_fault(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """Say a fault of the program in a sentence; ``python -X dev`` shows developers the rest."""
    report(
        f"careleaf: something went wrong ({kind.__name__}: {error}). The window goes on; if it "
        "does not answer, close it and start it again."
    )
    if sys.flags.dev_mode and isinstance(trace, TracebackType | None):
        sys.__excepthook__(kind, error, trace)


def _answer(arguments: Sequence[str], installation: Installation, folders: Folders) -> int:
    """Run a command whose answer may have nowhere to go: a full disk, a closed stream."""
    try:
        status = _run_command(arguments, installation, folders)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        import os

        from viewer.commands.complaining import complain
        from viewer.core.words import ENGLISH, read_words

        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # else "| head" has seen enough
            reason = ": ".join(filter(None, (error.filename, error.strerror or str(error))))
            complain(read_words(installation.words, ENGLISH)("request.no_answer", reason=reason))
        return UNFINISHED


def _run_command(arguments: Sequence[str], installation: Installation, folders: Folders) -> int:
    command, *rest = arguments
    if command == "handout":
        import gc

        gc.disable()  # one handout makes little garbage; looking for it takes a tenth of its time
        try:
            from viewer.commands import handout

            return handout.run(rest, installation, folders.clinic_file())
        finally:
            gc.enable()
    if command == "diff":
        from viewer.commands import diff

        return diff.run(rest, installation)
    if command == "new":
        from viewer.commands import new

        return new.run(rest, installation)
    if command == "edit":
        from viewer import editing

        return editing.run(rest, installation, folders)
    if command == "import":
        from viewer.commands import import_command

        return import_command.run(rest, installation)
    from viewer.commands import check, pin

    if command == "pin":
        return pin.run(rest, installation)
    return check.run(rest, installation, folders.clinic_file())
