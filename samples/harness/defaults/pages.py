"""Probes of pages: markup in a template, a forged form post, and the cookies that are set."""

from http.cookies import SimpleCookie
from urllib.parse import quote, urlencode, urlsplit

import httpx

from backend_atlas.model.lab.defaults import Owner
from contract.page import Form, Page
from harness.defaults.asking import Received, Request, ask
from harness.defaults.subject import Finding, Subject, asked, missing

MARKUP = "<img src=x onerror=alert(1)>"
"""Markup without a slash, which would end a part of a path."""

FORM = "application/x-www-form-urlencoded"
FOREIGN = "http://attacker.example"


def markup(subject: Subject) -> Finding:
    """Whether markup in the address becomes markup on the page."""
    if subject.paths.template is None:
        return missing("page that shows what the address says")

    def judge(received: Received) -> tuple[str, Owner | None]:
        if MARKUP in received.text:
            return "Markup in the address becomes markup on the page.", Owner.NOBODY
        shown = "&lt;img" in received.text
        return ("Markup in the address is shown as text." if shown else "The markup does not appear."), subject.itself

    path = subject.paths.template.replace("{text}", quote(MARKUP, safe=""))
    return asked(subject, Request(path), judge)


def forged_post(subject: Subject) -> Finding:
    """What becomes of a form that another site sends."""
    if subject.paths.form is None:
        return missing("form")
    form, cookies = shown_form(subject, subject.paths.form)

    def judge(received: Received) -> tuple[str, Owner | None]:
        if received.status and received.status < 400:
            return f"A form sent by another site is taken; the answer is {received.status}.", Owner.NOBODY
        return f"A form sent by another site is refused with {received.status}.", subject.itself

    headers = {"Content-Type": FORM, "Origin": FOREIGN} | ({"Cookie": cookies} if cookies else {})
    body = urlencode(dict.fromkeys(form.shown, "text")).encode()
    request = Request(urlsplit(form.action).path, "POST", headers, body, f"Origin: {FOREIGN}, without hidden fields")
    return asked(subject, request, judge)


def shown_form(subject: Subject, path: str) -> tuple[Form, str]:
    """The first form of a page, and the cookies that come with it."""
    received = ask(subject.url, Request(path))
    answer = httpx.Response(200, request=httpx.Request("GET", subject.url + path), text=received.text)
    return Page(answer).form(), "; ".join(value.split(";")[0] for value in received.all("set-cookie"))


def cookies(subject: Subject) -> Finding:
    """How the cookies of a session are protected."""
    if subject.paths.session is None:
        return missing("session")

    def judge(received: Received) -> tuple[str, Owner | None]:
        found = [described(value) for value in received.all("set-cookie")]
        return (" ".join(found), subject.itself) if found else ("The page sets no cookie.", Owner.NOBODY)

    return asked(subject, Request(subject.paths.session), judge)


def described(header: str) -> str:
    """A cookie in one sentence."""
    [(name, cookie)] = SimpleCookie(header).items()
    only = "is HttpOnly" if cookie["httponly"] else "is not HttpOnly"
    secure = "is Secure" if cookie["secure"] else "is not Secure"
    site = f"has SameSite={cookie['samesite']}" if cookie["samesite"] else "has no SameSite"
    return f"The cookie {name} {only}, {secure} and {site}."
