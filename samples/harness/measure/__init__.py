"""Measures what samples cost on this machine, on a quiet machine only. Each measure is a module; `running` joins them."""
