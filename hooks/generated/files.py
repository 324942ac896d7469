"""Files of MkDocs that lie beside generated pages."""

from collections.abc import Iterable, Mapping
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import write_file

from backend_atlas.dividing import Divided


class LateFile(File):
    """A file whose content is made when it is written, and not kept: it takes long, or that of all is large."""

    contents: Mapping[str, str | bytes]
    """The content of each such file, by its address."""

    @classmethod
    def of(cls, contents: Mapping[str, str | bytes], address: str, config: MkDocsConfig) -> "LateFile":
        """The file at an address."""
        file = cls.generated(config, cls.source(address), content="")
        assert isinstance(file, cls)  # noqa: S101 - `generated` is typed for its base
        file.dest_uri, file.contents = address, contents
        return file

    @staticmethod
    def source(address: str) -> str:
        """What MkDocs takes for the name of its source: it would take Markdown for a page."""
        return f"{address}.txt" if address.endswith(".md") else address

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - that of MkDocs
        """Makes the content, and writes it to the site."""
        content = self.contents[self.dest_uri]
        write_file(content.encode() if isinstance(content, str) else content, self.abs_dest_path)


def begun(files: Files, together: Mapping[str, str | bytes]) -> Divided[None]:
    """Begins to write all such files beside what MkDocs does next.

    Those of `together` are written by one process: their contents are made at once.
    """
    late = _late(files)
    first = [file for file in late if file.contents is together]
    others = [file.copy_file for file in late if file.contents is not together]
    return Divided([partial(_write, first), *others])


def taken_out(files: Files) -> None:
    """Takes all such files out, so that MkDocs does not write them as well. Links to them are found by then."""
    for file in _late(files):
        files.remove(file)


def _late(files: Files) -> list[LateFile]:
    return [file for file in files if isinstance(file, LateFile)]


def _write(files: Iterable[LateFile]) -> None:
    for file in files:
        file.copy_file()
