"""Backend Atlas: turns the YAML in `data/` into pages. Plain Python; knows nothing of MkDocs."""
