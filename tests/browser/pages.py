"""One page of each kind."""

PAGES = {
    "home": "",
    "technologies": "technologies/",
    "technology": "technologies/django/",
    "compare": "compare/",
    "pair": "compare/django-vs-nodejs/",
    "features": "features/",
    "matrix": "features/identity/",
    "guide": "guide/",
    "scenarios": "guide/scenarios/",
    "scenario": "guide/scenarios/growing-flask/",
    "method": "guide/method/",
    "samples": "samples/",
    "task": "samples/csrf/",
    "defaults": "samples/defaults/",
    "measurements": "measurements/",
    "about": "about/",
    "backend": "about/backend/",
    "coverage": "about/coverage/",
    "agreement": "about/agreement/",
    "contribute": "contribute/",
    "look": "contribute/look/",
    "not found": "404.html",
}
"""Its name, and its address below the root of the site."""
