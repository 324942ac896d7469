"""WebSockets."""

from flask import Flask
from flask_sock import Sock
from simple_websocket import Server

sock = Sock()


@sock.route("/ws/echo")
def echo(connection: Server) -> None:
    while True:
        connection.send(connection.receive())


def init_app(app: Flask) -> None:
    """Mount the WebSockets."""
    sock.init_app(app)
