#!/usr/bin/env bash
#
# How near the service comes to the limit of what it stands on: a bare Vert.x server of the same mode (JVM against JVM,
# native against native) that has the service's own answers in a table, bytes and headers, is loaded in turns with it.
#
#     mvn package -DskipTests               # target/quarkus-app, the JVM build
#     mvn package -DskipTests -Dnative      # target/verbatim-runner, the native binary, where there is a GraalVM
#     bash src/benchmark/limit.sh [rounds]  # 5 if not said; each loads both servers with each kind of request
#
# What counts is the last column, the median of the ratios of each round: what else the machine does meets both servers
# alike. wrk runs on the same processors as the server it loads, so that the throughput is that of both together.
#
# From the environment: SECONDS_EACH (5), CONNECTIONS (16), HEAP (-Xmx of both servers, 96m), MODES ("jvm native"), KINDS
# ("quote list 304 search verification mixed"), JAVA_OPTS (further options of both JVMs; -XX:+UseSerialGC, the collector that
# a native binary has), PEER (the address of a third server's resource, such as http://127.0.0.1:8085/fruits, to be loaded
# in turns too).
# Needs bash 5, Linux, wrk and a JDK; for the native mode, native-image on the PATH or in GRAALVM_HOME. All it makes goes
# below target/benchmark or is removed.
#
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rounds=${1:-5}
[[ $rounds =~ ^[1-9][0-9]?$ ]] || { echo "The number of rounds is 1 to 99." >&2; exit 2; }
all=(quote list 304 search verification mixed)
kinds=(${KINDS:-${all[*]}})
((${#kinds[@]})) || { echo "KINDS is empty." >&2; exit 2; }
for kind in "${kinds[@]}"; do
    [[ " ${all[*]} " == *" $kind "* ]] || { echo "KINDS: there is no kind of request called $kind." >&2; exit 2; }
done
seconds=${SECONDS_EACH:-5}
connections=${CONNECTIONS:-16}
heap=${HEAP:-96m}
peer=${PEER:-}
read -ra java_options <<<"${JAVA_OPTS--XX:+UseSerialGC}"
command -v wrk >/dev/null || { echo "There is no wrk." >&2; exit 1; }

made=target/benchmark
settings=src/main/resources/application.properties
mkdir -p "$made/classes"
lib=target/quarkus-app/lib/main
classpath=$made/classes:$(printf '%s:' "$lib"/io.vertx.vertx-core-*.jar "$lib"/io.netty.*.jar "$lib"/com.fasterxml.jackson.core.jackson-core-*.jar)
"$javac" -proc:none -nowarn -encoding UTF-8 -d "$made/classes" -cp "$classpath" src/benchmark/Bare.java

quote=/v1/quotes/fbf5bc84079181b5.q765
claim=Sa+vision+centr%C3%A9e+sur+l%27%C3%A9conomique+montre+que+la+migration%2C+lorsqu%27elle+est+bien+g%C3%A9r%C3%A9e%2C+peut+stimuler+le+d%C3%A9veloppement
echo "$quote" >"$scratch/quote"
echo "/v1/quotes" >"$scratch/list"
echo "$quote" >"$scratch/304"
echo "/v1/search?q=partenaires+%22Pacte+mondial%22" >"$scratch/search"
echo "/v1/quote-verifications?text=$claim" >"$scratch/verification"
cat "$scratch"/{quote,list,search,verification} - >"$scratch/mixed" <<END
/v1/articles/fbf5bc84079181b5
/v1/funding-facts?minAmount=1
/v1/meetings?status=HELD
/v1/agents/amy-pope
END
sort -u "$scratch"/{quote,list,search,verification,mixed} >"$scratch/targets"

# load PORT-OR-URL KIND SECONDS: answers a second, p50 and p99 in ms, failures.
load() {
    local address=$1 kind=$2 tag=
    [[ $kind == 304 ]] && tag=$(cat "$scratch/tag")
    wrk -t1 -c"$connections" -d"$3"s --timeout 10s -s src/benchmark/wrk.lua "$address" -- "$scratch/$kind" ${tag:+"$tag"} |
        awk '$1 == "RESULT" { printf "%.1f %.3f %.3f %d\n", $2 * 1e6 / $3, $4 / 1000, $5 / 1000, $6 }'
}

# Whether port $1 answers 304 to the tag that is loaded with: wrk counts any other answer that is no error just as well.
# The answers have their own addresses in them, so that the tag is that of a host and port: those of the service, $2.
answers_unchanged() {
    local status=
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: application/json\r\nIf-None-Match: %s\r\nConnection: close\r\n\r\n' \
        "$quote" "$2" "$(cat "$scratch/tag")" >&3
    read -r -t 5 status <&3 || true
    exec 3>&-
    [[ $status == "HTTP/1.1 304"* ]]
}

native_image() {
    if [[ -n ${GRAALVM_HOME:-} ]]; then
        echo "$GRAALVM_HOME/bin/native-image"
    else
        command -v native-image
    fi
}

# measure MODE; $service_command and $bare_command are set, and $options, which both have.
measure() {
    local mode=$1 service bare port bare_port took_service took_bare idle_service idle_bare round kind turn server
    port=$(free_port)
    start "$scratch/service.log" "$port" /v1/quotes 300 env "QUARKUS_HTTP_PORT=$port" "${service_command[@]}"
    service=$pid took_service=$took
    pause 6 # 3 s after its start it writes the API description, and then it is at rest
    idle_service=$(resident "$service")
    "$java" -cp "$classpath" Bare capture "http://127.0.0.1:$port" "$scratch/targets" "$scratch/answers"
    # The entity tag of the quote, as the service has it.
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: application/json\r\nConnection: close\r\n\r\n' "$quote" "$port" >&3
    tr -d '\r' <&3 | sed -n 's/^[Ee][Tt][Aa][Gg]: //p' >"$scratch/tag"
    exec 3>&-
    bare_port=$(free_port)
    start "$scratch/bare.log" "$bare_port" /v1/quotes 60 "${bare_command[@]}" "$bare_port" "$scratch/answers"
    bare=$pid took_bare=$took
    for server in "$port" "$bare_port"; do
        answers_unchanged "$server" "$port" || { echo "No 304 from port $server to $(cat "$scratch/tag")" >&2; exit 1; }
    done
    pause 3
    idle_bare=$(resident "$bare")

    local addresses=("http://127.0.0.1:$port" "http://127.0.0.1:$bare_port") names=(service bare)
    for kind in "${all[@]}" "${all[@]}"; do # warming up, twice: the second time what compiled in the background is done
        for server in 0 1; do
            load "${addresses[$server]}" "$kind" "$seconds" >/dev/null
        done
    done
    rm -f "$scratch"/result-*
    for ((round = 0; round < rounds; round++)); do
        for kind in "${kinds[@]}"; do
            for turn in 0 1; do
                server=$(((round + turn) % 2))
                load "${addresses[$server]}" "$kind" "$seconds" >>"$scratch/result-${names[$server]}-$kind"
            done
        done
        if [[ -n $peer ]]; then
            echo "/${peer#*://*/}" >"$scratch/peer"
            load "$peer" peer "$seconds" >>"$scratch/result-peer"
        fi
    done

    printf '\n%s, %s for both, %d rounds of %d s with %d connections, load average %s at the end\n\n' \
        "$mode" "${options[*]}" "$rounds" "$seconds" "$connections" "$(load_average)"
    printf '| %-12s | %10s | %10s | %8s | %8s | %8s | %8s | %8s | %s |\n' request "service /s" "bare /s" "p50 ms" "bare" \
        "p99 ms" "bare" failures "service : bare"
    printf '|---|---|---|---|---|---|---|---|---|\n'
    local s b
    for kind in "${kinds[@]}"; do
        s=$scratch/result-service-$kind b=$scratch/result-bare-$kind
        printf '| %-12s | %10.0f | %10.0f | %8.2f | %8.2f | %8.2f | %8.2f | %8d | %.2f |\n' "$kind" \
            "$(cut -d' ' -f1 "$s" | median)" "$(cut -d' ' -f1 "$b" | median)" \
            "$(cut -d' ' -f2 "$s" | median)" "$(cut -d' ' -f2 "$b" | median)" \
            "$(cut -d' ' -f3 "$s" | median)" "$(cut -d' ' -f3 "$b" | median)" \
            "$(awk '{ sum += $4 } END { print sum }' "$s" "$b")" \
            "$(paste -d' ' "$s" "$b" | awk '{ print $1 / $5 }' | median)"
    done
    if [[ -n $peer ]]; then
        printf '\nThe peer, %s: %.0f /s, p50 %.2f ms, p99 %.2f ms, %d failures\n' "$peer" \
            "$(cut -d' ' -f1 "$scratch/result-peer" | median)" "$(cut -d' ' -f2 "$scratch/result-peer" | median)" \
            "$(cut -d' ' -f3 "$scratch/result-peer" | median)" "$(awk '{ sum += $4 } END { print sum }' "$scratch/result-peer")"
    fi
    printf '\nstart to first 200: service %d ms, bare %d ms; resident MiB idle: service %d, bare %d; at most under load: service %d, bare %d\n' \
        "$took_service" "$took_bare" "$idle_service" "$idle_bare" "$(resident_at_most "$service")" "$(resident_at_most "$bare")"
    stop "$service"
    stop "$bare"
}

properties=(-Dquarkus.http.host=127.0.0.1)
machine
for mode in ${MODES:-jvm native}; do
    case $mode in
        jvm)
            [[ -f $jar ]] || { echo "JVM: not built: $jar"; continue; }
            options=("${java_options[@]}" "-Xmx$heap")
            service_command=("$java" "${options[@]}" "${properties[@]}" "-Dverbatim.data.directory=$scratch/data-jvm" -jar "$jar")
            bare_command=("$java" "${options[@]}" -cp "$classpath" Bare)
            ;;
        native)
            [[ -x $binary ]] || { echo "native: not built: $binary"; continue; }
            [[ $binary -nt $settings ]] ||
                echo "native: $settings is newer than $binary, which may be built with other options than the bare server" >&2
            if [[ ! -x $made/bare || src/benchmark/Bare.java -nt $made/bare || $settings -nt $made/bare ]]; then
                image=$(native_image) || { echo "native: there is no native-image to build the bare server with"; continue; }
                echo "Building the bare server as a native image …" >&2
                # What Netty asks for by name and does not say in its own metadata (Quarkus says it for the service).
                mkdir -p "$made/classes/META-INF/native-image"
                {
                    echo '{"reflection": ['
                    "${javac%javac}jar" tf "$lib"/io.netty.netty-common-*.jar |
                        sed -n 's#/#.#g; s/^\(.*\.jctools\.queues\..*Fields\{0,1\}\)\.class$/{"type": "\1", "allDeclaredFields": true},/p'
                    printf '{"type": "io.netty.%s", "allDeclaredMethods": true},\n' \
                        buffer.AbstractByteBufAllocator buffer.AdvancedLeakAwareByteBuf
                    echo '{"type": "io.netty.util.ReferenceCountUtil", "allDeclaredMethods": true}]}'
                } >"$made/classes/META-INF/native-image/reachability-metadata.json"
                # And with the options that the service is built with.
                IFS=, read -ra build_options < <(sed -n 's/^quarkus\.native\.additional-build-args=//p' "$settings") || true
                [[ ${#build_options[@]} -gt 0 ]] || { echo "No quarkus.native.additional-build-args in $settings" >&2; exit 1; }
                "$image" --no-fallback -march=compatibility -cp "$classpath" --initialize-at-run-time=io.netty "${build_options[@]}" \
                    -H:+UnlockExperimentalVMOptions '-H:IncludeResources=META-INF/vertx/.*' -o "$made/bare" Bare >"$made/bare.log" 2>&1 ||
                    { echo "native: the bare server could not be built, see $made/bare.log"; continue; }
            fi
            options=("-Xmx$heap")
            service_command=("$binary" "${options[@]}" "${properties[@]}" "-Dverbatim.data.directory=$scratch/data-native")
            bare_command=("$made/bare" "${options[@]}")
            ;;
    esac
    measure "$mode"
done
