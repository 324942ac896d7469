"""The style sheet of the site, made from those of the theme and ours."""
