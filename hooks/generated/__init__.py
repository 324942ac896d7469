"""Pages and files of MkDocs that come from the data."""
