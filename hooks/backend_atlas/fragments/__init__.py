"""HTML that stands on several pages, rendered once."""
