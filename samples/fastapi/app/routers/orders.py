"""Orders: input that is checked against models."""

from typing import Annotated

from fastapi import APIRouter, status
from pydantic import BaseModel, ConfigDict, EmailStr, Field, computed_field

router = APIRouter(prefix="/orders", tags=["orders"])


class Line(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sku: Annotated[str, Field(min_length=1, max_length=20)]
    quantity: Annotated[int, Field(ge=1, le=100, strict=True)]


class OrderWrite(BaseModel):
    model_config = ConfigDict(extra="forbid")

    customer: Annotated[str, Field(min_length=1, max_length=80)]
    email: EmailStr | None = None
    lines: Annotated[list[Line], Field(min_length=1, max_length=20)]


class OrderRead(OrderWrite):
    @computed_field
    def total_quantity(self) -> int:
        return sum(line.quantity for line in self.lines)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_order(order: OrderWrite) -> OrderRead:
    return OrderRead(**order.model_dump())
