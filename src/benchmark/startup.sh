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
# starts is stopped and all it writes is removed when it ends. JAVA_OPTS are passed to the JVM, NATIVE_OPTS to the binary.
#
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

runs=${1:-10}
[[ $runs =~ ^[1-9][0-9]?$ ]] || { echo "The number of runs is 1 to 99." >&2; exit 2; }

patience=120 # seconds until a start counts as failed

# Starts "$@" once on the data directory $data, and adds what was measured to $scratch/{times,processor,sizes}.
measure() {
    local port
    port=$(free_port)
    start "$scratch/log" "$port" /v1/quotes "$patience" "$@" -Dquarkus.http.host=127.0.0.1 \
        -Dquarkus.http.port="$port" -Dverbatim.data.directory="$data" "${after[@]}"
    echo "$took" >>"$scratch/times"
    printf '%d\n' "$(processor_time "$pid")" >>"$scratch/processor"
    printf '%d\n' "$(resident "$pid")" >>"$scratch/sizes"
    stop "$pid"
}

# Median, minimum and maximum of the numbers in a file.
summary() {
    sort -n "$1" | awk '
        { value[NR] = $1 }
        END {
            median = NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
            printf "%6.0f %6.0f %6.0f", median, value[1], value[NR]
        }'
}

row() {
    printf '%-7s %-6s %s   %s   %s\n' "$1" "$2" "$(summary "$scratch/times")" \
        "$(summary "$scratch/processor")" "$(summary "$scratch/sizes")"
    rm "$scratch/times" "$scratch/processor" "$scratch/sizes"
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
    # shellcheck disable=SC2086 # several options
    benchmark native "$binary" ${NATIVE_OPTS:-}
else
    echo "native  not built: $binary"
fi
