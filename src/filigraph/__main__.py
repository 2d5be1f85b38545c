"""``python -m filigraph``: the command line."""

from .cli import main

main()
