"""Orders: input that is checked against schemas."""

from typing import Any

from flask.views import MethodView
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

blueprint = Blueprint("orders", __name__, url_prefix="/orders")


class LineSchema(Schema):
    sku = fields.String(required=True, validate=validate.Length(1, 20))
    quantity = fields.Integer(required=True, strict=True, validate=validate.Range(1, 100))


class OrderSchema(Schema):
    customer = fields.String(required=True, validate=validate.Length(1, 80))
    email = fields.Email()
    lines = fields.List(fields.Nested(LineSchema), required=True, validate=validate.Length(1, 20))
    total_quantity = fields.Integer(dump_only=True)


@blueprint.route("")
class Orders(MethodView):
    @blueprint.arguments(OrderSchema)
    @blueprint.response(201, OrderSchema)
    def post(self, order: dict[str, Any]) -> dict[str, Any]:
        return order | {"total_quantity": sum(line["quantity"] for line in order["lines"])}
