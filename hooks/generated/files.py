"""Files of MkDocs that lie beside generated pages."""

from collections.abc import Mapping

from mkdocs.structure.files import File
from mkdocs.utils import write_file


class ReadingFile(File):
    """A page as Markdown. Its text is made when it is written, and not kept: that of all pages together is large."""

    readings: Mapping[str, str]
    """The text of each page, by the address of this file."""

    def copy_file(self, dirty: bool = False) -> None:
        """Writes the text to the site."""
        write_file(self.readings[self.dest_uri].encode(), self.abs_dest_path)
