"""The app that other programs ask, made from settings and what opens the assistant."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.middleware import Middleware

from assistant.api import Assistant
from assistant.service.access import Access
from assistant.service.asking import Asking
from assistant.service.chat import chat_routes
from assistant.service.failures import tell_failures
from assistant.service.routes import routes
from assistant.service.tools import make_mcp
from assistant.settings import Settings

NAME = "Kunnskapsassistenten"
# What `Access` has looked at already: the host, the key, the length.
_CHECKED = TransportSecuritySettings(enable_dns_rebinding_protection=False)
_ANY = 1 << 30
_BEARER = HTTPBearer(auto_error=False, description="The key, where the service has any; `Access` checks it.")


def make_app(settings: Settings, open_: Callable[[], Assistant]) -> FastAPI:
    """The app; `open_` gives the assistant, and raises an AssistantError where it cannot be had yet."""
    asking = Asking(settings, open_)
    mcp = make_mcp(asking)
    over_http = mcp.streamable_http_app(stateless_http=True, transport_security=_CHECKED, max_request_body_size=_ANY)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with mcp.session_manager.run():
            yield

    app = FastAPI(
        title=NAME,
        version=version("kunnskapsassistent"),
        description="Findings and recommendations of public research reports, each a quote with its source.",
        middleware=[Middleware(Access, settings=settings.service)],
        docs_url=None,  # their pages would fetch scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    tell_failures(app)
    for router in (routes(asking), chat_routes(asking)):
        app.include_router(router, dependencies=[Depends(_BEARER)])
    app.router.routes.extend(over_http.routes)  # at /mcp
    return app
