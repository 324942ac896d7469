"""What `atlas refresh` runs: asks, says what somebody should look at, and writes."""

import argparse
from datetime import date
from functools import partial

from backend_atlas import source
from backend_atlas.editing import write_all
from backend_atlas.model import Catalogue
from backend_atlas.model.cells import READ_BY_PROGRAM
from backend_atlas.registries import asking, refresh
from backend_atlas.registries.addresses import address


def main(options: argparse.Namespace, catalogue: Catalogue, today: date) -> int:
    """Refreshes what the options name. Returns 1 where something could not be read."""
    wanted = refresh.targets(catalogue, options.technologies)
    given = {registry.value: getattr(options, registry.value) or "" for registry in READ_BY_PROGRAM}
    with asking.client(options.seconds) as http:
        found = refresh.ask(http, partial(address, given=given), wanted, today)
    files = {target.file: options.data / target.file for target in wanted}
    documents = {file: source.read(path, path.as_posix()) for file, path in files.items()}
    new = refresh.texts(options.data, wanted, found)
    if not options.dry_run:
        write_all(new)
    silences = tuple(refresh.silences(found))
    print("\n".join([*map(str, refresh.remarks(documents, wanted, found)), *silences, *refresh.summary(found)]))
    verb = "would be" if options.dry_run else "was" if len(new) < 2 else "were"
    print(f"{len(new) or 'No'} {'file' if len(new) < 2 else 'files'} {verb} changed")
    return 1 if silences else 0
