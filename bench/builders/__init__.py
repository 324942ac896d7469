"""Other site builders, and the pages of a project as each of them reads them."""
