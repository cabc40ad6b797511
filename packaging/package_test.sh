#!/bin/sh
# Installs the .deb of dist/ into a clean Debian 12 in build/package-test, as a technician would,
# and goes the whole way: content checked, screens rendered, the session booted by systemd, shown,
# killed, hung, upgraded, removed and purged. As root; SUITE=trixie is Debian 13, MIRROR=... is where
# Debian is taken from.
set -eu
unset CDPATH
cd "$(dirname "$0")/.."
SUITE=${SUITE:-bookworm}
test=$PWD/build/package-test
root=$test/root
. packaging/release/machine.sh

stop() {
    printf 'package-test: %s\n' "$*" >&2
    exit 1
}

[ "$(id -u)" = 0 ] || stop "only root can make a Debian root: type sudo make package-test"
for tool in debootstrap systemd-nspawn Xvfb import; do
    command -v "$tool" >/dev/null || stop "$tool is missing: type apt-get install" \
        "debootstrap systemd-container xvfb imagemagick"
done
deb=$(ls dist/kiosk_*.deb) || stop "there is no .deb: type make package"

mkdir -p "$test"
: >"$test/log"
: >"$test/times"
trap switch_off EXIT

# prove SENTENCE COMMAND...: the command is a function of this file or of machine.sh.
prove() {
    sentence=$1 from=$(date +%s)
    shift
    (set -e; "$@") >>"$test/log" 2>&1 </dev/null &
    if wait $!; then outcome=ok; else outcome=FAILED; fi
    printf '%-6s %4d s  %s\n' "$outcome" "$(($(date +%s) - from))" "$sentence"
    [ "$outcome" = ok ] || { tail -30 "$test/log" >&2; stop "see above, all of it in $test/log"; }
}

fits() {
    test "$(stat -c %s "$deb")" -le 115343360
    test "$(dpkg-deb -f "$deb" Installed-Size)" -le 358400
}

install_it() {
    cp "$deb" "$root/root/kiosk.deb"
    inside 'apt-get update && apt-get install -y --no-install-recommends /root/kiosk.deb'
    inside '! command -v python3 && ! LD_LIBRARY_PATH=$(printf %s: /usr/lib/kiosk/_internal{,/numpy.libs}) \
        find /usr/lib/kiosk -type f \( -name "*.so*" -o -name kiosk \) -exec ldd {} + | grep "not found"'
    inside 'test "$(id -u kiosk)" -lt 1000 && ! id -nG kiosk | grep -wE "sudo|root|adm"'
}

check_it() { inside 'kiosk check /srv/kiosk/content.yaml'; }

render_it() {
    inside 'mkdir -m 777 -p /tmp/screens && su -s /bin/sh kiosk -c "QT_QPA_PLATFORM=offscreen \
        kiosk render --out /tmp/screens --size 1366x768 --text 100 /srv/kiosk/content.yaml"'
    test "$(find "$root/tmp/screens" -name '*.png' | wc -l)" -gt 20
}

verify_it() {
    inside 'systemd-analyze verify kiosk.service'
    inside 'systemd-analyze security --offline=true --threshold=25 --no-pager kiosk.service | tail -1'
}

shows_it() {
    until_ready 60 0
    sleep 3
    import -display "$display" -window root "$test/session.png"
    test "$(identify -format %k "$test/session.png")" -gt 1000
    if in_machine journalctl --no-pager --unit kiosk | grep Traceback; then return 1; fi
}

# comes_back SIGNAL SECONDS: the program gets the signal; systemd has it ready again by then.
comes_back() {
    main=$(shown MainPID) from=$(date +%s%N)
    kill "-$1" "$(pgrep --ns "$(leader)" --nslist pid -f '^/usr/lib/kiosk-shown/now/kiosk run')"
    until_ready "$2" "$main"
    took=$((($(date +%s%N) - from) / 1000000))
    printf '%s: ready again after %d ms\n' "$1" "$took" | tee -a "$test/times"
    test "$took" -le "$(($2 * 1000))"  # the clock is looked at before each look: it may be later
}

# In a container there is no display; all else has to be fit.
finds_it_fit() {
    said=$(in_machine kiosk --lang en doctor || true)
    printf '%s\n' "$said" | tee "$test/doctor.txt"
    test "$(printf '%s\n' "$said" | grep ^BAD | cut -c7-13)" = display
}

# 128 and the signal, as a shell says it.
tells_the_end() { in_machine journalctl --no-pager --unit kiosk | grep 'status=137'; }

# makes_room COMMAND...: the command lays out another program; what is shown makes room for it by
# itself, and not at once.
makes_room() {
    main=$(shown MainPID) now=$(in_machine readlink /usr/lib/kiosk-shown/now)
    in_machine env DEBIAN_FRONTEND=noninteractive "$@"
    still=$(shown MainPID)
    echo "$now: $main before, $still after"
    test "$still" = "$main"
    until_ready 60 "$main"
    test "$(in_machine readlink /usr/lib/kiosk-shown/now)" != "$now"
}

waits_for_content() {
    main=$(shown MainPID)
    in_machine sh -c 'cd /srv/kiosk && mv content.yaml good.yaml && echo "exhibit: ?" >content.yaml
        rm -rf /var/lib/kiosk/versions; systemctl restart kiosk'
    until_ready 10 "$main"
    sleep 2
    import -display "$display" -window root "$test/waiting.png"
    in_machine mv /srv/kiosk/good.yaml /srv/kiosk/content.yaml
    sleep 4
    import -display "$display" -window root "$test/mended.png"
    if cmp "$test/waiting.png" "$test/mended.png"; then return 1; fi
    test "$(shown NRestarts)" = 0
}

# An older version: the same files under another number, and a program that differs by a line.
make_older() {
    rm -rf "$test/older"
    dpkg-deb -R "$deb" "$test/older"
    echo >>"$test/older/usr/lib/kiosk/kiosk"
    sed -i 's/^Version:.*/Version: 0.0.1/' "$test/older/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 -b "$test/older" "$root/root/older.deb"
    rm -rf "$test/older"
}

upgrade_it() {
    inside 'apt-get install -y --allow-downgrades /root/older.deb
        echo "# staff" >>/srv/kiosk/content.yaml; echo x >/srv/kiosk/photos/ours.jpg
        echo "# technician" >>/etc/kiosk/machine.yaml
        mkdir -p /var/lib/kiosk; echo x >/var/lib/kiosk/version
        apt-get install -y /root/kiosk.deb
        grep -q "^# staff" /srv/kiosk/content.yaml && test -s /srv/kiosk/photos/ours.jpg
        grep -q "^# technician" /etc/kiosk/machine.yaml && test -s /var/lib/kiosk/version'
}

remove_it() {
    inside 'apt-get remove -y kiosk
        grep -q "^# staff" /srv/kiosk/content.yaml && test -s /srv/kiosk/photos/ours.jpg
        grep -q "^# technician" /etc/kiosk/machine.yaml && test ! -e /usr/lib/kiosk'
}

purge_it() {
    rm -f "$root/etc/systemd/system/kiosk.service.d/test.conf"
    rmdir "$root/etc/systemd/system/kiosk.service.d"
    inside 'apt-get purge -y kiosk
        if getent passwd kiosk || getent group kiosk; then exit 1; fi
        ! find / -xdev -iname "*kiosk*" ! -path "/root/*" ! -path "/proc/*" | grep .'
}

prove "the .deb is at most 110 MB, installed at most 350 MB" fits
prove "a clean Debian: $SUITE" make_root
prove "apt-get install ./kiosk_*.deb: no Python there, no library missing" install_it
prove "kiosk check" check_it
prove "kiosk render, as the user who shows the exhibit" render_it
prove "systemd-analyze: the unit is right, and open for 2.5 of 10 at most" verify_it
prove "an older version, for later" make_older
prove "switched on" switch_on
prove "the session says that it is ready, and the display shows the exhibit" shows_it
prove "kiosk doctor finds the machine fit, but for its display" finds_it_fit
prove "killed, it is back" comes_back KILL "${BACK:-2}"
prove "systemd knows how it ended" tells_the_end
prove "hung, it is restarted by the watchdog" comes_back STOP 45
prove "another version is installed, and shown when nobody is here" \
    makes_room apt-get install -y --allow-downgrades /root/older.deb
prove "kiosk-rollback: the one before is shown again" makes_room kiosk-rollback
prove "without good content it asks for patience, and shows it once it is mended" waits_for_content
prove "switched off" switch_off
prove "an upgrade over it keeps what staff and technician wrote" upgrade_it
prove "removed, their files stay" remove_it
prove "purged, nothing stays" purge_it
cat "$test/times"
printf 'what the display showed: build/package-test/session.png\n'
