"""One page of each kind, and the extremes of the kinds that grow with the data.

There is a page for every pair of technologies. Their markup is the same, so a few stand for all: two kinds, the
longest names, and one with its runtime, whose cells are inherited. `tests/site/` looks at links, ids and heads of all.
"""

PAGES = {
    "home": "",
    "technologies": "technologies/",
    "technology": "technologies/django/",
    "technology on a runtime": "technologies/nestjs/",
    "compare": "compare/",
    "pair": "compare/django-vs-nodejs/",
    "pair with its runtime": "compare/fastify-vs-nodejs/",
    "pair with the longest names": "compare/aspnet-core-vs-rails/",
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
    "data": "data/",
    "contribute": "contribute/",
    "architecture": "contribute/architecture/",
    "look": "contribute/look/",
    "speed": "contribute/speed/",
    "not found": "404.html",
}
"""Its name, and its address below the root of the site."""
