#!/usr/bin/env bash
#
# How fast the service starts and how much memory it then has: the time from exec to the first 200 of /v1/quotes, the
# processor time spent until then by all threads, and the resident set right after it; with an empty data directory (the
# seeds are imported) and with a warm one. A benchmark, not a test: the figures are those of this machine and of what
# else it is doing, the processor time less so than the others.
#
#     mvn package -DskipTests               # target/quarkus-app, the JVM build
#     mvn package -DskipTests -Dnative      # target/verbatim-runner, the native binary, where there is a GraalVM
#     bash src/benchmark/startup.sh [runs]  # of each kind; 10 if not said
#
# Needs bash 5 and Linux; uses the java of JAVA_HOME or of the PATH. Listens on 127.0.0.1 alone, on a free port; all it
# starts is stopped and all it writes is removed when it ends. JAVA_OPTS are passed to the JVM.
#
set -euo pipefail
export LC_ALL=C
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

runs=${1:-10}
[[ $runs =~ ^[1-9][0-9]?$ ]] || { echo "The number of runs is 1 to 99." >&2; exit 2; }

patience=120 # seconds until a start counts as failed
jar=target/quarkus-app/quarkus-run.jar
binary=target/verbatim-runner
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
ticks_per_ms=$(awk "BEGIN { print $(getconf CLK_TCK) / 1000 }")
scratch=$(mktemp -d)
pid=

stop() {
    if [[ -n $pid ]]; then
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
        pid=
    fi
}
trap 'stop; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

is_free() {
    ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() {
    local port
    for _ in {1..100}; do
        port=$((20000 + RANDOM % 10000))
        if is_free "$port"; then
            echo "$port"
            return
        fi
    done
    echo "No free port found." >&2
    return 1
}

# Whether /v1/quotes answers 200. No curl: to start one takes longer than the answer.
answers() {
    local status=
    {
        exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
        printf 'GET /v1/quotes HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
        read -r -t 5 status <&3 || true
        exec 3>&-
    } 2>/dev/null
    [[ $status == "HTTP/1.1 200"* ]]
}

# Starts "$@" once on the data directory $data, and adds what was measured to $scratch/{times,ticks,sizes}.
measure() {
    local port begin now log=$scratch/log
    port=$(free_port)
    begin=${EPOCHREALTIME/./}
    "$@" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" -Dverbatim.data.directory="$data" \
        "${after[@]}" >"$log" 2>&1 &
    pid=$!
    until answers "$port"; do
        now=${EPOCHREALTIME/./}
        if ! kill -0 "$pid" 2>/dev/null || ((now - begin > patience * 1000000)); then
            echo "It did not start:" >&2
            cat "$log" >&2
            exit 1
        fi
        # Leave the processor to what is being measured.
        read -r -t 0.001 <>"$scratch/never" || true
    done
    now=${EPOCHREALTIME/./}
    echo $((now - begin)) >>"$scratch/times"
    awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$pid/stat" >>"$scratch/ticks"
    awk '/^VmRSS:/ { print $2 }' "/proc/$pid/status" >>"$scratch/sizes"
    stop
}

# Median, minimum and maximum of the numbers in a file, divided.
summary() {
    sort -n "$1" | awk -v divisor="$2" '
        { value[NR] = $1 / divisor }
        END {
            median = NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
            printf "%6.0f %6.0f %6.0f", median, value[1], value[NR]
        }'
}

row() {
    printf '%-7s %-6s %s   %s   %s\n' "$1" "$2" "$(summary "$scratch/times" 1000)" \
        "$(summary "$scratch/ticks" "$ticks_per_ms")" "$(summary "$scratch/sizes" 1024)"
    rm "$scratch/times" "$scratch/ticks" "$scratch/sizes"
}

# $1 names what "${@:2}" starts.
benchmark() {
    local run
    for ((run = 0; run < runs; run++)); do
        data=$scratch/empty
        rm -rf "$data"
        measure "${@:2}"
    done
    row "$1" empty

    data=$scratch/empty # now warm: the last run above has filled it
    for ((run = 0; run < runs; run++)); do
        measure "${@:2}"
    done
    row "$1" warm
}

mkfifo "$scratch/never"
[[ -f $jar || -x $binary ]] || { echo "Nothing to start: neither $jar nor $binary is built." >&2; exit 1; }

printf '%d runs each, on %d processors, median, min and max\n\n' "$runs" "$(nproc)"
printf '%-7s %-6s %20s   %20s   %20s\n' build data "first 200 (ms)" "processor time (ms)" "resident (MiB)"
if [[ -f $jar ]]; then
    after=(-jar "$jar")
    # shellcheck disable=SC2086 # several options
    benchmark JVM "$java" ${JAVA_OPTS:-}
else
    echo "JVM     not built: $jar"
fi
if [[ -x $binary ]]; then
    after=()
    benchmark native "$binary"
else
    echo "native  not built: $binary"
fi
