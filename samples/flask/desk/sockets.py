"""WebSockets."""

from flask import Flask
from flask_sock import Sock
from simple_websocket import ConnectionClosed, Server

sock = Sock()


@sock.route("/ws/echo")
def echo(connection: Server) -> None:
    try:
        while True:
            connection.send(connection.receive())
    except ConnectionClosed:
        connection.thread.join()  # it answers the close, after it has woken this one


def init_app(app: Flask) -> None:
    """Mount the WebSockets."""
    sock.init_app(app)
