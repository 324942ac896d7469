"""A life after MkDocs: the pages built by two other builders, and what a reader sees in each compared."""
