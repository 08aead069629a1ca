"""What a start of the program asks for: an address is read as the options that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.core.installation import Installation
from viewer.request import RequestError

if TYPE_CHECKING:
    from viewer.core.requests import Request
    from viewer.options import Options


def understood(options: Options, installation: Installation) -> Options:
    """The options with ``--open`` taken apart; an address's language comes before --language's.

    Raises:
        RequestError: the address is no request.
    """
    if not options.open:
        return options
    # Late: most starts ask for nothing.
    from viewer.core.requests import MAX_ADDRESS, Refusal, parse_request
    from viewer.core.words import ENGLISH, read_words

    request = parse_request(options.open)
    if isinstance(request, Refusal):
        words = read_words(installation.words, ENGLISH)
        raise RequestError(words(f"address.{request}", most=f"{MAX_ADDRESS:,}"))
    return options._replace(
        open=None,
        topic=request.topic or None,
        section=request.section or options.section,
        code=request.code,
        language=request.language or options.language,
    )


def request_of(options: Options) -> Request | None:
    """The page that a start asks for, of options that are understood; None where it names none."""
    if not (options.topic or options.section or options.code):
        return None
    from viewer.core.requests import Request

    return Request(
        options.topic or "",
        options.section or "",
        options.code,
        options.language or "",
        options.plain,
    )
