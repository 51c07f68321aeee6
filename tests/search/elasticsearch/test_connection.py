"""The address of Elasticsearch: one setting, and a clear word when it is wrong."""

import pytest

from livinglab.search.engines.elasticsearch.address import Address


@pytest.mark.parametrize(
    ("url", "nodes", "prefix"),
    [
        ("http://localhost:9200", ["http://localhost:9200"], "livinglab"),
        ("http://localhost:9200/noord", ["http://localhost:9200"], "noord"),
        ("https://es.example", ["https://es.example:443"], "livinglab"),
        ("http://es.example/", ["http://es.example:9200"], "livinglab"),
        (
            "https://u:p%40ss@es1:9200,https://u:p%40ss@es2:9200/x",
            ["https://u:p%40ss@es1:9200", "https://u:p%40ss@es2:9200"],
            "x",
        ),
        ("http://[::1]:9200/a_b-1", ["http://[::1]:9200"], "a_b-1"),
        (" http://a:1 , http://b:2 ", ["http://a:1", "http://b:2"], "livinglab"),
    ],
)
def test_an_address_names_nodes_and_a_prefix(url, nodes, prefix) -> None:
    assert Address.read(url) == Address(tuple(nodes), prefix)


@pytest.mark.parametrize(
    "url",
    [
        "localhost:9200",
        "ftp://localhost",
        "http://",
        ",",
        "http://a:port",
        "http://a/Groot",
        "http://a/x/y",
        "http://a/*",
    ],
)
def test_an_address_that_is_none_is_refused(url) -> None:
    with pytest.raises(ValueError, match=r"SEARCH_URL|[Pp]ort"):
        Address.read(url)
