"""A visitor with a browser: keeps cookies, follows redirects, fills in forms and sends back their hidden fields."""

from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx

from contract.asking import KEPT_OPEN
from contract.page import Form, Page

PATIENCE = 20.0
"""Seconds until an answer is given up."""


class Visitor:
    """One person with one browser. Close it, or use it in a `with` statement."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.client = httpx.Client(
            base_url=url,
            follow_redirects=True,
            timeout=PATIENCE,
            limits=KEPT_OPEN,
            trust_env=False,
            headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "en-GB,en;q=0.9"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self.client.close()

    def anew(self) -> "Visitor":
        """Somebody else, with a browser that holds no cookies."""
        return Visitor(self.url)

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies that the browser holds, by name."""
        return {cookie.name: cookie.value or "" for cookie in self.client.cookies.jar}

    def hold(self, cookies: dict[str, str]) -> None:
        """Puts cookies into the browser, as somebody does who stole or planted them."""
        for name, value in cookies.items():
            self.client.cookies.set(name, value, domain="127.0.0.1", path="/")

    def open(self, path: str) -> Page:
        """Follows a link, or types an address."""
        return Page(self.client.get(path))

    def submit(self, form: Form, values: dict[str, str]) -> Page:
        """Fills in a form and presses Enter. A browser names the page's site in `Origin` and `Referer`."""
        headers = {"Origin": self.url, "Referer": urljoin(form.action, "."), "Sec-Fetch-Site": "same-origin"}
        return self.send(form, form.filled(values), headers)

    def send(self, form: Form, fields: dict[str, str], headers: dict[str, str]) -> Page:
        """Sends exactly these fields and headers to where the form goes."""
        if form.method == "get":
            return Page(self.client.get(form.action, params=fields, headers=headers))
        if form.multipart:
            parts = [(name, (None, value)) for name, value in fields.items()]
            return Page(self.client.post(form.action, files=parts, headers=headers))
        return Page(self.client.post(form.action, data=fields, headers=headers))

    def log_in(self, password: str, user: str = "ada") -> Page:
        """Opens `/login` and sends its form."""
        form = self.open("/login").form("username", "password")
        return self.submit(form, {"username": user, "password": password})
