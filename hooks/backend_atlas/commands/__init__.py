"""The commands of `atlas`, a module each: `add` describes one to the parser, `run` does it and returns the status."""
