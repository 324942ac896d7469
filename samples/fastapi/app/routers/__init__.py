"""Each module holds the routes of one part of the application."""
