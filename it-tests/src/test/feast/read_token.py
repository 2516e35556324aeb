"""Reads access tokens as a Feast server does: with Feast's own parser, against the realm's own discovery document.

Arguments: the address of the discovery document, the client that the Feast server is configured with. Tokens come on standard
input, one a line; for each, one line of JSON says whom Feast takes the bearer for, or why it does not.
"""

import asyncio
import json
import logging
import sys
import sysconfig
import types

logging.disable(logging.CRITICAL)

# The package's own beginning loads all of Feast, with its data frames. The parser is a few files of it.
feast = types.ModuleType("feast")
feast.__path__ = [sysconfig.get_path("purelib") + "/feast"]
sys.modules["feast"] = feast

from feast.permissions.auth.oidc_token_parser import OidcTokenParser  # noqa: E402
from feast.permissions.auth_model import OidcAuthConfig  # noqa: E402
from starlette.authentication import AuthenticationError  # noqa: E402


def read(parser, token):
    try:
        user = asyncio.run(parser.user_details_from_access_token(token))
    except AuthenticationError as refusal:
        return {"refused": str(refusal)}
    return {"user": user.username, "roles": user.roles, "groups": user.groups}


discovery, client = sys.argv[1:]
parser = OidcTokenParser(OidcAuthConfig(auth_discovery_url=discovery, client_id=client))
for line in sys.stdin:
    print(json.dumps(read(parser, line.strip())))
