"""Desk: notes, orders, files, jobs, accounts and an admin."""
