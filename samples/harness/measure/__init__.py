"""Measures what samples cost, on a quiet machine only. Each measure is a module; `running` joins them."""
