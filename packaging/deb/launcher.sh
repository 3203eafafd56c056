#!/bin/sh
# Starts the player whose folder this lies in. By the name it was called by: a link that is turned to another version must
# not pull away what this process still reads.
here=${0%/*}
exec "$here/python3" -I "$here/../lib/gate-player" "$@"
