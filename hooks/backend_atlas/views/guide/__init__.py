"""The decision guide: its form, one result, worked examples, short lists and the method."""

from backend_atlas.views.guide.deciding import Deciding, ScenarioView
from backend_atlas.views.guide.first import first_view
from backend_atlas.views.guide.form import form_view
from backend_atlas.views.guide.method import method_view
from backend_atlas.views.guide.short_lists import short_tables

__all__ = ["Deciding", "ScenarioView", "first_view", "form_view", "method_view", "short_tables"]
