#!/bin/sh
# Starts the program of this folder, wherever the folder lies: ./run.sh run /path/to/content.yaml
here=$(dirname "$(readlink -f "$0")")
exec "$here/kiosk" "$@"
