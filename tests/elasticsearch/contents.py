"""What an index holds, to compare it with the read model."""

from livinglab.search.engines.elasticsearch.building import alias
from livinglab.search.engines.elasticsearch.connection import client
from livinglab.search.models import SearchEntry


def index_versions(index: str | None = None) -> dict[int, int]:
    """Id → version of every entry in an index; of the one that answers, unless another is named."""
    name = index or alias()
    client().indices.refresh(index=name)
    fields = [{"field": "id"}, {"field": "version"}]
    versions: dict[int, int] = {}
    after = None
    while True:
        hits = client().search(
            index=name,
            size=5000,
            sort=[{"id": "asc"}],
            docvalue_fields=fields,
            source=False,
            **({"search_after": after} if after else {}),
        )["hits"]["hits"]
        for hit in hits:
            versions[hit["fields"]["id"][0]] = hit["fields"]["version"][0]
        if not hits:
            return versions
        after = hits[-1]["sort"]


def read_model_versions() -> dict[int, int]:
    """The same of the read model."""
    return dict(SearchEntry.objects.values_list("pk", "version"))
