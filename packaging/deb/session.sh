#!/bin/sh
# The session: one program on the whole screen, and nothing beside it. systemd starts it on the
# first terminal (kiosk.service) and begins it anew whenever it ends.
set -eu

exhibit=${KIOSK_CONTENT:-/srv/kiosk/content.yaml}
export QT_WAYLAND_DISABLE_WINDOWDECORATION=1
# No input method: it would open a window of its own.
export QT_IM_MODULE=none
# The program draws its pictures itself, so nothing needs GL; and where GL has no processor of
# graphics, cage 0.1.4 ends with a fault.
export WLR_RENDERER="${WLR_RENDERER:-pixman}"
# Until a mouse is moved, and whenever something is plugged in, the compositor shows a cursor of its
# own: here, one that cannot be seen.
export XCURSOR_PATH=/usr/lib/kiosk/cursors WLR_NO_HARDWARE_CURSORS=1

# systemd has to know how the program ended: neither cage nor xinit tells.
code=${XDG_RUNTIME_DIR:-/tmp}/code
: >"$code"
exec 3>&2
show='/usr/bin/kiosk run "$1" 2>&3; echo $? >"$2"'

# What screen.env says of the picture. A quarter of cage 0.1.4 and the degrees of wlr-randr go to the left.
quarters='' degrees='' way=''
case ${KIOSK_TURNED:-} in
    right) quarters=-rrr degrees=270 way=right ;;
    upside-down) quarters=-rr degrees=180 way=inverted ;;
    left) quarters=-r degrees=90 way=left ;;
esac

has() { command -v "$1" >/dev/null; }

# cage without -s leaves no way to another terminal; 0.1.4 ends at once where Xwayland is missing.
if [ "${KIOSK_SESSION:-}" != xorg ] && has cage && has Xwayland; then
    if cage -h 2>&1 | grep -q '^ -r'; then
        # 0.1.4 turns the picture itself. It never tells where a touch is complete, so that Qt would
        # wait for the next one; Xwayland does not wait.
        export QT_QPA_PLATFORM=xcb
    else
        export QT_QPA_PLATFORM=wayland
        [ -z "$degrees" ] || show="wlr-randr | sed -n 's/^\([^ ][^ ]*\).*/\1/p' | while read -r output
            do wlr-randr --output \"\$output\" --transform $degrees; done; $show"
        quarters=''
    fi
    # Of each frame that comes while one is on its way, cage says that it failed; it is drawn later.
    # shellcheck disable=SC2086  # not turned is no argument
    cage -d $quarters -- /bin/sh -c "$show" sh "$exhibit" "$code" 2>&1 |
        grep --line-buffered -v 'Basic output test failed' >&2 || true
elif has xinit && has Xorg; then
    export QT_QPA_PLATFORM=xcb
    [ -z "$way" ] || show="xrandr -o $way; $show"
    xinit /bin/sh -c "$show" sh "$exhibit" "$code" -- \
        "$(command -v Xorg)" :0 vt1 -keeptty -novtswitch -nolisten tcp -nocursor -s 0 -dpms || true
else
    echo "没有可用的显示会话：请执行 apt-get install cage xwayland seatd wlr-randr" >&2
    echo "There is nothing to show a picture with: type apt-get install cage xwayland seatd wlr-randr" >&2
fi
read -r ended <"$code" || exit 1
exit "$ended"
