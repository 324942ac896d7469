"""Asks the registries about the packages that cells name. Never part of a build.

`addresses` finds where each registry is, `asking` talks to one, a module a registry reads its answers, `checking`
asks about many packages at a time, and `command` is what `atlas packages` runs.
"""
