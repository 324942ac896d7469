"""Files of MkDocs that lie beside generated pages."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import write_file


class ReadingFile(File):
    """A page as Markdown. Its text is made when it is written, and not kept: that of all pages together is large."""

    readings: Mapping[str, str]
    """The text of each page, by the address of this file."""

    @classmethod
    def of(cls, readings: Mapping[str, str], address: str, config: MkDocsConfig) -> "ReadingFile":
        """The file at an address. Its name ends in `.txt`, because MkDocs would take it for a page."""
        file = cls.generated(config, f"{address}.txt", content="")
        assert isinstance(file, cls)  # noqa: S101 - `generated` is typed for its base
        file.dest_uri, file.readings = address, readings
        return file

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - that of MkDocs
        """Writes the text to the site."""
        write_file(self.readings[self.dest_uri].encode(), self.abs_dest_path)
