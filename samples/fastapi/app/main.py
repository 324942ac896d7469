"""The application: every router, the static files and the admin."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles

from . import admin, errors, headers
from .routers import accounts, echo, files, greeting, hello, jobs, notes, orders, slow, transfers

app = FastAPI(title="Desk", max_body_size=1024 * 1024)  # bytes; the route for files takes more
app.add_exception_handler(RequestValidationError, errors.refuse)

for router in (files, hello, jobs, notes, orders, slow):
    app.include_router(router.router, prefix="/api")
for router in (accounts, echo, greeting, transfers):
    app.include_router(router.router, include_in_schema=False)

app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
admin.mount(app)
app.add_middleware(headers.SecurityHeaders)
