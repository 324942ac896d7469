from typing import Annotated

from ninja import Router, Schema, Status
from pydantic import ConfigDict, EmailStr, Field

router = Router()


class LineIn(Schema):
    model_config = ConfigDict(extra="forbid")

    sku: Annotated[str, Field(min_length=1, max_length=20)]
    quantity: Annotated[int, Field(ge=1, le=100)]


class OrderIn(Schema):
    model_config = ConfigDict(extra="forbid")

    customer: Annotated[str, Field(min_length=1, max_length=80)]
    email: EmailStr | None = None
    lines: Annotated[list[LineIn], Field(min_length=1, max_length=20)]


class OrderOut(OrderIn):
    total_quantity: int


@router.post("", response={201: OrderOut})
def create_order(request, order: OrderIn):
    total = sum(line.quantity for line in order.lines)
    return Status(201, {**order.dict(), "total_quantity": total})
