"""A page for everybody."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ..templating import templates

router = APIRouter()


@router.get("/greeting", response_class=HTMLResponse)
async def greeting(request: Request, name: str = "World") -> HTMLResponse:
    return templates.TemplateResponse(request, "greeting.html", {"name": name})
