"""The one definition of every field: types, limits, meaning. Schema and messages are made from it.

`vocabulary` holds the closed lists, `base` the types of single values, `features` the questions, `cells` the answers,
`fact`, `technical_facts`, `project_facts` and `facts` what is typed, `technology` one whole file, and `catalogue`
everything together.
"""

from backend_atlas.model.catalogue import Catalogue
from backend_atlas.model.cells import Cell, InheritedCell, Package
from backend_atlas.model.features import Feature, Features, Group
from backend_atlas.model.technology import HostedTechnology, Technology
from backend_atlas.model.vocabulary import Support

__all__ = [
    "Catalogue",
    "Cell",
    "Feature",
    "Features",
    "Group",
    "HostedTechnology",
    "InheritedCell",
    "Package",
    "Support",
    "Technology",
]
