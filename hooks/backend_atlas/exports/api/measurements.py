"""What was measured, as the harness recorded it."""

from backend_atlas import links
from backend_atlas.exports.api.parts import Answer, Material, Place
from backend_atlas.model.lab.measurements import Measurements


class MeasurementsAnswer(Answer):
    """Every measure. Address: `/api/v1/measurements.json`. What each cannot tell stands on its page."""

    measurements: Measurements
    """The records, one a measure. Null where it was not taken."""


def measurements(material: Material) -> tuple[Place, MeasurementsAnswer]:
    """Every measure."""
    lab = material.catalogue.lab
    found = lab.measurements if lab else Measurements()
    taken = any(getattr(found, name) for name in Measurements.model_fields)
    at = Place(material, "measurements", links.MEASUREMENTS if taken else None)
    return at, MeasurementsAnswer(**at.about, measurements=found)
