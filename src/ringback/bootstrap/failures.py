"""What ends a command with one plain sentence, beside wrong settings and a failed journal."""


class CannotStart(Exception):
    """Something outside keeps the command from doing its work; the message says what to do."""


class NothingFound(Exception):
    """What was asked for is not in the journal; the sentence says what."""
