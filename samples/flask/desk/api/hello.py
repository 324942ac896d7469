"""The smallest routes, and one that computes."""

from typing import Any

from flask import Blueprint, abort, request, url_for

blueprint = Blueprint("hello", __name__)


@blueprint.get("/hello/<name>")
def hello(name: str) -> dict[str, str]:
    return {"hello": name}


@blueprint.get("/squares/<int(max=1000000000):number>")
def square(number: int) -> dict[str, Any]:
    following = url_for(".square", number=number + 1)
    return {"number": number, "square": number**2, "next": following}


@blueprint.get("/primes")
def primes() -> dict[str, int]:
    below = request.args.get("below", -1, type=int)
    if not 0 <= below <= 5_000_000:
        abort(400)
    return {"below": below, "count": count_primes(below)}


def count_primes(below: int) -> int:
    """How many primes there are below a number, by the sieve of Eratosthenes."""
    is_prime = bytearray(b"\x01") * below
    count = 0
    for number in range(2, below):
        if is_prime[number]:
            count += 1
            for multiple in range(number * number, below, number):
                is_prime[multiple] = 0
    return count
