#!/usr/bin/env bash
#
# What becomes of the service when it holds more: for each size, so many made-up articles (see Articles.java) are imported
# into an empty store, the service is started again with what is there, and asked beside one that holds the first size.
#
#     mvn package -DskipTests                       # or with -Ppostgresql, for DATABASE=postgresql
#     bash src/benchmark/scale.sh [sizes …]         # 1000 10000 100000 if not said
#
# Both services are asked in turns, by one client with one request at a time; the ratios say what the size costs, whatever
# else the machine does. From the environment: DATABASE (h2, or postgresql, of which a server of its own is started with the
# programs in PG_BIN), HEAP (of the JVM, fixed: 1g), JAVA_OPTS (more options of the JVM), KEEP (not empty: what was imported
# by an earlier run is used again; with h2 alone).
# Needs bash 5, Linux and a JDK; 100,000 articles take 10 GB of disk below target/benchmark.
#
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

sizes=("${@:-1000}")
(($#)) || sizes=(1000 10000 100000)
database=${DATABASE:-h2}
heap=${HEAP:-1g}
made=target/benchmark
mkdir -p "$made/classes"
[[ -f $jar ]] || { echo "Not built: $jar" >&2; exit 1; }
"$javac" -proc:none -encoding UTF-8 -d "$made/classes" src/benchmark/Articles.java src/benchmark/Ask.java

as_owner=()
if [[ $database == postgresql ]]; then
    pg_bin=${PG_BIN:-$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)}
    cluster=$scratch/postgresql
    pg_port=$(free_port)
    mkdir "$cluster"
    if ((EUID == 0)); then # PostgreSQL does not run as root
        as_owner=(runuser -u postgres --)
        chmod a+rx "$scratch"
        chown postgres "$cluster"
    fi
    "${as_owner[@]}" "$pg_bin/initdb" -D "$cluster/data" -U verbatim -A trust -E UTF8 --locale=C >/dev/null
    # Its defaults, but for the size of its cache: 128 MB are for a machine of another age.
    "${as_owner[@]}" "$pg_bin/postgres" -D "$cluster/data" -p "$pg_port" -k "$cluster" -c listen_addresses=127.0.0.1 \
        -c shared_buffers=512MB >"$scratch/postgresql.log" 2>&1 &
    pids+=($!)
    until "${as_owner[@]}" "$pg_bin/pg_isready" -q -h 127.0.0.1 -p "$pg_port"; do pause 0.2; done
fi

# The options of the service that holds $1 articles.
options() {
    echo "-Dquarkus.http.host=127.0.0.1"
    echo "-Dverbatim.seeds.directory=$made/$1/seeds"
    echo "-Dverbatim.data.directory=./$made/$1/$database"
    echo "-Dverbatim.http.cache.memory-limit=0" # what is asked is to be made, however often
    if [[ $database == postgresql ]]; then
        echo "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:$pg_port/verbatim_$1"
        echo "-Dquarkus.datasource.username=verbatim"
    fi
}

# run SIZE PATIENCE COMMAND...: starts the service with its options before "${after[@]}"; sets $pid, $took and $port.
run() {
    local size=$1 patience=$2
    shift 2
    port=$(free_port)
    mapfile -t given < <(options "$size")
    start "$scratch/log-$size" "$port" "/v1/quotes?limit=1" "$patience" \
        env "QUARKUS_HTTP_PORT=$port" "$@" "${given[@]}" "${after[@]}"
}

# What the service logged that one of its parts took, in ms.
logged() {
    sed -n "s/.*$2: .* in \([0-9]*\) ms.*/\1/p" "$scratch/log-$1" | tail -1
}

# warm SIZE KIND COMMAND...: starts the service three times with what is there.
warm() {
    local size=$1 kind=$2
    shift 2
    for _ in 1 2 3; do
        run "$size" 300 "$@"
        printf 'start with a warm index, %s: %d ms to the first 200 (seeds %s ms, index %s ms; processor time %d ms), resident %d MiB; load average %s\n' \
            "$kind" "$took" "$(logged "$size" Seeds)" "$(logged "$size" Index)" "$(processor_time "$pid")" "$(resident "$pid")" "$(load_average)"
        stop "$pid"
    done
}

machine
printf '%s, -Xms%s -Xmx%s\n' "$database" "$heap" "$heap"
jvm=("$java" "-Xms$heap" "-Xmx$heap" ${JAVA_OPTS:-})
after=(-jar "$jar")
for size in "${sizes[@]}"; do
    data=$made/$size/$database
    if [[ ! -f $made/$size/complete ]]; then
        rm -rf "${made:?}/$size"
        "$java" -cp "$made/classes" Articles "$size" "$made/$size"
        touch "$made/$size/complete"
    fi
    if [[ $database == postgresql ]]; then
        "${as_owner[@]}" "$pg_bin/createdb" -h 127.0.0.1 -p "$pg_port" -U verbatim "verbatim_$size"
    fi
    printf '\n## %d articles\n\n' "$size"
    if [[ -z ${KEEP:-} || ! -d $data || $database == postgresql ]]; then
        rm -rf "$data"
        run "$size" 7200 "${jvm[@]}"
        import=$(logged "$size" Seeds) index=$(logged "$size" Index)
        printf 'import %d ms: %d articles/s; index built in %d ms; processor time of both, with the start of the JVM, %d ms; resident at most %d MiB; load average %s\n' \
            "$import" "$((size * 1000 / (import > 0 ? import : 1)))" "$index" "$(processor_time "$pid")" \
            "$(resident_at_most "$pid")" "$(load_average)"
        stop "$pid"
        printf 'on disk: %s MiB, of which the index %s MiB\n' "$(du -sm "$data" | cut -f1)" "$(du -sm "$data/index" 2>/dev/null | cut -f1)"
    fi
    warm "$size" JVM "${jvm[@]}"
    if [[ -x $binary ]]; then
        after=()
        warm "$size" native "$binary"
        after=(-jar "$jar")
    fi
    run "${sizes[0]}" 300 "${jvm[@]}"
    small=$pid small_port=$port
    if ((size == sizes[0])); then
        "$java" -cp "$made/classes" Ask "$made/$size" "http://127.0.0.1:$small_port"
    else
        run "$size" 300 "${jvm[@]}"
        printf '\n%d and %d articles:\n' "${sizes[0]}" "$size"
        "$java" -cp "$made/classes" Ask "$made/${sizes[0]}" "http://127.0.0.1:$small_port" "$made/$size" "http://127.0.0.1:$port"
        printf 'resident after that: %d and %d MiB; load average %s\n' "$(resident "$small")" "$(resident "$pid")" "$(load_average)"
        stop "$pid"
    fi
    stop "$small"
done
