"""The harness of the lab: installs samples, starts them as real servers, runs the contract, and writes what it saw.

Needs the packages of the tests. The site is built without it.
"""
