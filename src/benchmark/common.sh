# What limit.sh, scale.sh and startup.sh share: to be sourced, in the project's folder. Servers listen on 127.0.0.1
# alone, on free ports; what was started is stopped, and what was written below $scratch is removed, when the script ends.

set -euo pipefail
unset LC_ALL
export LC_NUMERIC=C
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

jar=target/quarkus-app/quarkus-run.jar
binary=target/verbatim-runner
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
scratch=$(mktemp -d)
pids=()

stop() {
    local pid=$1
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
}

finish() {
    local pid
    for pid in "${pids[@]}"; do
        stop "$pid"
    done
    rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT TERM
mkfifo "$scratch/never"

pause() {
    read -r -t "$1" <>"$scratch/never" || true
}

free_port() {
    local port
    for _ in {1..100}; do
        port=$((20000 + RANDOM % 10000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    echo "No free port found." >&2
    return 1
}

# Whether port $1 answers 200 at $2. No curl: to start one takes longer than the answer.
answers() {
    local status=
    {
        exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
        printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3
        read -r -t 5 status <&3 || true
        exec 3>&-
    } 2>/dev/null
    [[ $status == "HTTP/1.1 200"* ]]
}

# start LOG PORT TARGET PATIENCE COMMAND...: sets $pid, and $took to the milliseconds until TARGET was first answered 200.
start() {
    local log=$1 port=$2 target=$3 patience=$4 begin now
    shift 4
    begin=${EPOCHREALTIME/./}
    "$@" >"$log" 2>&1 &
    pid=$!
    pids+=("$pid")
    until answers "$port" "$target"; do
        now=${EPOCHREALTIME/./}
        if ! kill -0 "$pid" 2>/dev/null || ((now - begin > patience * 1000000)); then
            echo "It did not start: $*" >&2
            cat "$log" >&2
            exit 1
        fi
        pause 0.001 # leaves the processor to what is being measured
    done
    now=${EPOCHREALTIME/./}
    took=$(((now - begin) / 1000))
}

# The resident set of a process, in MiB.
resident() {
    awk '/^VmRSS:/ { printf "%d", $2 / 1024 }' "/proc/$1/status"
}

# The largest it has ever been.
resident_at_most() {
    awk '/^VmHWM:/ { printf "%d", $2 / 1024 }' "/proc/$1/status"
}

# The processor time of all threads of a process since it began, in ms: what else the machine does adds little to it.
processor_time() {
    awk -v ticks="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); printf "%d", ($12 + $13) * 1000 / ticks }' "/proc/$1/stat"
}

load_average() {
    cut -d' ' -f1 /proc/loadavg
}

median() {
    sort -n | awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

machine() {
    printf '%s, %d processors (%s), load average %s before it began, commit %s\n' "$(date -u +%F\ %H:%M\ UTC)" "$(nproc)" \
        "$(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)" "$(load_average)" \
        "$(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
}
