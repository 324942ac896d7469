"""The page of all features: the whole matrix, and what it is filtered by."""

from dataclasses import dataclass

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.views.filtering import COLUMNS, FilterView, filter_view
from backend_atlas.views.matrix import Matrix, matrices


@dataclass(frozen=True)
class FeaturesView:
    """What the page prints. Without script it shows the first technologies in alphabetical order."""

    filter: FilterView
    tables: tuple[Matrix, ...]
    features: int
    technologies: int
    columns: int


def features_view(catalogue: Catalogue) -> FeaturesView:
    """The view of every feature."""
    technologies = tuple(catalogue.technologies.values())
    return FeaturesView(
        filter=filter_view(catalogue, links.FEATURES),
        tables=matrices(catalogue, technologies[:COLUMNS]),
        features=len(catalogue.features),
        technologies=len(technologies),
        columns=COLUMNS,
    )
