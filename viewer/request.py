"""A request that cannot be met."""


class RequestError(Exception):
    """What was asked for is not there; the text is a sentence for the person who asked."""
