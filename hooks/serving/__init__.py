"""Shows changes of the data at once while the site is served. No part of a build, and nothing else needs it."""
