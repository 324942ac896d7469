"""How much is measured. The plan that is published, and anything smaller for a test."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Numbers of the protocol. Times in seconds."""

    rounds: int = 30
    """Rounds of the cost: each holds one window of every subject, in a new order."""
    seconds: float = 0.5
    """Length of a window of the cost."""
    fewest: int = 5
    """Answers below which such a window does not count."""
    warm_up: float = 2.0
    """Length of the window before the first round, which does not count."""
    windows: int = 5
    """Windows of waiting requests."""
    waiting: float = 3.0
    """Length of such a window."""
    starts: int = 10
    """Starts of each subject."""
    settles: float = 1.0
    """Between an answer, or the opening of sockets, and a look at the memory."""
    sockets: int = 1000
    """WebSockets that are opened."""
    openings: int = 3
    """How often they are opened, each time on a server that was started anew."""
