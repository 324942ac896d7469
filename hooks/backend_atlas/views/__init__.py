"""What each page shows: order, grouping, wording. Pure functions from the catalogue to one dataclass a template."""
