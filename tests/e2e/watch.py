"""What goes wrong behind the scenes of a page: errors, warnings, requests to others, breaches of the policy."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

WATCH_POLICY = """
window.policyBreaches = [];
document.addEventListener("securitypolicyviolation", (breach) => {
  const { violatedDirective, blockedURI, sourceFile, lineNumber } = breach;
  window.policyBreaches.push(`${violatedDirective}: ${blockedURI} ${sourceFile}:${lineNumber}`);
});
"""
"""Runs before anything of the page itself."""


def report(findings: list[str]) -> None:
    """Fail with all findings, each on a line."""
    assert not findings, "\n".join(["", *findings])


class Watch:
    """Listens to one browser page. `expected_status`: what the page's own address may answer without being an error."""

    def __init__(self, page: Page, home: str, expected_status: int = 200) -> None:
        self.page = page
        self.host = urlsplit(home).netloc
        self.expected_status = expected_status
        self._heard: list[str] = []
        self._listeners = {
            "console": self._console,
            "pageerror": self._script_error,
            "request": self._request,
            "response": self._response,
        }
        for event, listener in self._listeners.items():
            page.on(event, listener)

    def stop(self) -> None:
        """Listen no more: another watch takes over this page."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)

    def findings(self) -> list[str]:
        """What was heard since the last call, and the breaches of the policy on the present page."""
        heard, self._heard = self._heard, []
        breaches = self.page.evaluate("window.policyBreaches ?? []")
        self.page.evaluate("window.policyBreaches = []")
        return heard + [f"policy: {breach}" for breach in breaches]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        # The browser reports the page of an error too, as if it were a broken part of the page.
        own_page = message.location.get("url") == self.page.url and "Failed to load resource" in message.text
        if not (own_page and f"{self.expected_status} (" in message.text):
            self._heard.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _script_error(self, error: Error) -> None:
        self._heard.append(f"script error: {error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.netloc != self.host or address.scheme != "http":
            self._heard.append(f"request to another: {request.url[:200]}")

    def _response(self, response: Response) -> None:
        allowed = self.expected_status if response.request.is_navigation_request() else 200
        if response.status >= 400 and response.status != allowed:
            self._heard.append(f"answer {response.status}: {response.url}")
