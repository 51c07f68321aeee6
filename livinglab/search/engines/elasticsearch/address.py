"""The address of Elasticsearch, `SEARCH_URL`.

One or more nodes of one cluster, then the prefix of the names of our indexes, `livinglab` when it is left out:
`https://user:password@es1:9200,https://es2:9200/livinglab`.

Nothing here imports the client, which takes longer than all the rest of search: a site without it never does.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings

DEFAULT_PREFIX = "livinglab"


@dataclass(frozen=True)
class Address:
    """Where the cluster is."""

    nodes: tuple[str, ...]
    prefix: str

    @classmethod
    def read(cls, url: str) -> "Address":
        """The address that a setting names; ValueError when it is none."""
        nodes, prefix = [], ""
        for part in filter(None, map(str.strip, url.split(","))):
            split = urlsplit(part)
            if split.scheme not in {"http", "https"} or not split.hostname:
                raise ValueError("SEARCH_URL must look like http://user:password@host:9200/prefix.")
            port = split.port or (443 if split.scheme == "https" else 9200)
            login, _at, _host = split.netloc.rpartition("@")
            host = f"[{split.hostname}]" if ":" in split.hostname else split.hostname
            nodes.append(urlunsplit((split.scheme, f"{login}{'@' if login else ''}{host}:{port}", "", "", "")))
            prefix = split.path.strip("/") or prefix
        if not nodes:
            raise ValueError("SEARCH_URL names no server.")
        prefix = prefix or DEFAULT_PREFIX
        if prefix != prefix.lower() or not prefix.replace("-", "").replace("_", "").isalnum():
            raise ValueError("The prefix in SEARCH_URL may have small letters, digits, - and _ only.")
        return cls(tuple(nodes), prefix)


def is_on() -> bool:
    """Whether this site uses Elasticsearch."""
    return bool(settings.SEARCH_URL)


def address() -> Address:
    """The address of this site's cluster."""
    return Address.read(settings.SEARCH_URL)
