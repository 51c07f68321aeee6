"""Where the commands keep their things."""

from pathlib import Path

from livinglab.local import paths


def test_all_is_under_var_or_the_directory_that_is_named():
    assert paths.var_dir({}) == paths.ROOT / "var"
    assert paths.var_dir({"LIVINGLAB_VAR": ""}) == paths.ROOT / "var"
    assert paths.cluster_dir(environ={"LIVINGLAB_VAR": "/srv/elsewhere"}) == Path("/srv/elsewhere/postgres")


def test_the_packages_are_those_with_code_of_the_site():
    assert {"casestudies", "events", "livinglab"} == {package.name for package in paths.packages()}
