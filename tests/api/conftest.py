"""What tests of the API start from."""

import pytest

from tests.api.content import one_of_each


@pytest.fixture(scope="class")
def keys(class_db) -> dict[str, str]:
    """Resource → the key of one of it, which is all there is of it. Once for the tests of a class."""
    return one_of_each()
