#!/bin/sh
# The session: one program on the whole screen, and nothing beside it. systemd starts it on the
# first terminal (kiosk.service) and begins it anew whenever it ends.
set -eu

exhibit=${KIOSK_CONTENT:-/srv/kiosk/content.yaml}
export QT_WAYLAND_DISABLE_WINDOWDECORATION=1
# No input method: it would open a window of its own.
export QT_IM_MODULE=none

# systemd has to know how the program ended: neither cage 0.1.4 nor xinit tells.
code=${XDG_RUNTIME_DIR:-/tmp}/code
: >"$code"
# shellcheck disable=SC2016  # another shell reads it
show='/usr/bin/kiosk run "$1"; echo $? >"$2"'

# cage without -s leaves no way to another terminal; 0.1.4 ends at once where Xwayland is missing.
if command -v cage >/dev/null && command -v Xwayland >/dev/null; then
    export QT_QPA_PLATFORM=wayland
    cage -d -- /bin/sh -c "$show" sh "$exhibit" "$code" || true
elif command -v xinit >/dev/null && command -v Xorg >/dev/null; then
    export QT_QPA_PLATFORM=xcb
    xinit /bin/sh -c "$show" sh "$exhibit" "$code" -- \
        "$(command -v Xorg)" :0 vt1 -keeptty -novtswitch -nolisten tcp -nocursor -s 0 -dpms || true
else
    echo "没有可用的显示会话：请执行 apt-get install cage xwayland seatd" >&2
    echo "There is nothing to show a picture with: type apt-get install cage xwayland seatd" >&2
fi
read -r ended <"$code" || exit 1
exit "$ended"
