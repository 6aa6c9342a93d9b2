#!/usr/bin/env bash
# Tries `service` with systemd itself: a user's own manager, in name spaces that end with the trial. The unit is
# installed, switches a simulated gateway on, is killed and comes back, stops for good after a refused sign-in, ends
# with `disable`, and is removed; systemd-analyze judges it.
#
#     systemd_user.sh SIGEN_MODBUS_CLI
#
# Needs root, systemd >= 252 and unshare; not systemd as the first process. Makes a user of its own,
# sigen-trial, whose home is gone afterwards. Exit status 0 when all held.
set -euo pipefail
user=sigen-trial

if [[ ${2:-} != inside && ${2:-} != user ]]; then
    program=$(realpath "$1")
    useradd --create-home $user
    trap 'userdel --remove $user >/dev/null 2>&1; rmdir /run/user/$id 2>/dev/null || true' EXIT
    id=$(id -u $user)
    install -D "$program" /home/$user/bin/sigen-modbus-cli
    cp "$0" /home/$user/trial.sh
    unshare --mount --pid --fork --mount-proc bash "$0" "$program" inside
    exit
fi

if [[ $2 == inside ]]; then # root in a mount and process name space: what systemd asks for before it starts
    id=$(id -u $user)
    umount --lazy /sys/fs/cgroup
    mount -t cgroup2 none /sys/fs/cgroup
    mkdir -p /sys/fs/cgroup/$user/manager /run/user/"$id" /run/systemd
    mount -t tmpfs none /run/systemd
    mkdir -p /run/systemd/system
    mount -t tmpfs -o "mode=700,uid=$id" none /run/user/"$id"
    chown -R $user /sys/fs/cgroup/$user
    echo $$ >/sys/fs/cgroup/$user/manager/cgroup.procs
    exec setpriv --reuid $user --regid $user --init-groups \
        env -i HOME=/home/$user PATH=/usr/bin:/bin XDG_RUNTIME_DIR=/run/user/"$id" \
        DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/"$id"/bus bash /home/$user/trial.sh "$1" user
fi

cd ~
cli=~/bin/sigen-modbus-cli
host=127.83.8.1
unit=sigen-modbus-watch-$host.service
gateway=(--host "$host" --ws-port 18082)
/lib/systemd/systemd --user >manager.log 2>&1 &
$cli simulate --bind $host --ws-port 18082 --modbus-port 15022 >simulator.log 2>&1 &

holds() { # WHAT COMMAND...
    local what=$1
    shift
    for _ in $(seq 100); do
        if "$@" >/dev/null 2>&1; then
            echo "ok   $what"
            return
        fi
        sleep 0.2
    done
    echo "FAIL $what"
    systemctl --user --no-pager status $unit || true
    exit 1
}
answers() { $cli verify --host $host --modbus-port 15022; }
is() { [[ $(systemctl --user is-active $unit) == "$1" ]]; }
property() { systemctl --user show --property="$1" --value $unit; }

holds "the manager runs" systemctl --user show-environment
umask 077
echo password >password
if $cli service install "${gateway[@]}" >/dev/null 2>&1; then echo "FAIL without a keychain" && exit 1; fi
echo "ok   it is refused without a keychain"
holds "it is installed" $cli service install "${gateway[@]}" --modbus-port 15022 --password-file password --interval 10
holds "it runs" is active
holds "it has switched the server on" answers
grep -q '"action":"enabled"' ~/.config/sigen-modbus/history/$host.jsonl && echo "ok   its history is kept"
process=$(property MainPID)
grep -q 'NoNewPrivs:.*1' /proc/"$process"/status && grep -q 'Seccomp:.*2' /proc/"$process"/status
echo "ok   no new privileges, and only the system calls of a service"
within() { nsenter --target "$process" --user --mount --preserve-credentials "$@"; }
holds "its own folder can be written to" within touch ~/.config/sigen-modbus/control
if within touch ~/elsewhere 2>/dev/null; then echo "FAIL it can write" && exit 1; fi
echo "ok   and the rest of the home can't"

# A minute is what it waits before it starts again; not here.
mkdir -p ~/.config/systemd/user/$unit.d
printf '[Service]\nRestartSec=1\n' >~/.config/systemd/user/$unit.d/soon.conf
systemctl --user daemon-reload
kill -KILL "$process"
restarted() { is active && [[ $(property MainPID) != "$process" && $(property NRestarts) == 1 ]]; }
holds "killed, it is started again" restarted

exposure=$(systemd-analyze security --user --offline=true --no-pager ~/.config/systemd/user/$unit |
    sed -n 's/.*exposure level for .*: \([0-9.]*\).*/\1/p')
echo "     exposure $exposure"
holds "the exposure is below 3" awk "BEGIN { exit !($exposure < 3) }"

holds "the server is turned off on purpose" $cli disable "${gateway[@]}" --password-file password
holds "which ends it" is inactive
holds "it is removed" $cli service remove --host $host
holds "nothing is left of it" test ! -e ~/.config/systemd/user/$unit
holds "no service is listed" bash -c "! $cli service status | grep -q $host"
echo "all held"
