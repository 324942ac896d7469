"""Every probe, in the order of the record. The one that takes long, and may hold up the server, comes last."""

from harness.defaults import answers, bodies, headers, pages, waiting
from harness.defaults.subject import Probe

PROBES: tuple[tuple[str, str, Probe], ...] = (
    ("software", "Which software an answer names", headers.software),
    ("security-headers", "Headers for the security of browsers", headers.security),
    ("foreign-host", "A request for another host", headers.foreign_host),
    ("unknown-path", "An unknown path", answers.unknown_path),
    ("wrong-method", "A method that was not meant", answers.wrong_method),
    ("failing-handler", "An error in a handler", answers.failing_handler),
    ("markup", "Markup in a page", pages.markup),
    ("forged-post", "A form sent by another site", pages.forged_post),
    ("cookies", "Cookies of a session", pages.cookies),
    ("traversal", "Paths out of the folder of static files", answers.traversal),
    ("small-json", "A JSON body of 1 KB", bodies.small),
    ("large-json", "A JSON body of 5 MB", bodies.large),
    ("malformed-json", "Malformed JSON", bodies.malformed),
    ("long-header", "A header of 100 KB", headers.long_header),
    ("unfinished-request", "A request that never ends", waiting.unfinished),
)
"""Id, title and probe."""
