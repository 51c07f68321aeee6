"""The two commands, `make run` and `make test`, on a machine that has nothing but Python."""
