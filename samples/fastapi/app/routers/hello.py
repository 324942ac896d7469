"""The smallest routes, and one that computes."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel

router = APIRouter(tags=["hello"])


class Square(BaseModel):
    number: int
    square: int
    next: str


@router.get("/hello/{name}")
async def hello(name: str) -> dict[str, str]:
    return {"hello": name}


@router.get("/squares/{number}")
async def square(request: Request, number: Annotated[int, Path(ge=0, le=1_000_000_000)]) -> Square:
    following = request.app.url_path_for("square", number=number + 1)
    return Square(number=number, square=number**2, next=following)


@router.get("/primes")
def primes(below: Annotated[int, Query(ge=0, le=5_000_000)]) -> dict[str, int]:
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
