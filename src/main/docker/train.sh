#!/bin/sh
# Records what the service loads and links from its start to its first answers, in verbatim.aot beside its jar, for
# java -XX:AOTCache=verbatim.aot. In the folder of quarkus-run.jar, with JDK 25; its data goes to a temporary folder.
set -eu
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
port=${PORT:-8099}
java -XX:AOTCacheOutput=verbatim.aot -XX:MaxRAMPercentage=60 -Dverbatim.data.directory="$data" \
    -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" -jar quarkus-run.jar &
service=$!
tries=0
until wget -q -O /dev/null "http://127.0.0.1:$port/q/health/ready"; do
    kill -0 "$service"
    tries=$((tries + 1))
    [ "$tries" -lt 300 ]
    sleep 1
done
for path in /v1/quotes /v1/funding-facts /v1/meetings /v1/articles /v1/agents '/v1/search?q=migration' \
    '/v1/quote-verifications?text=migration' /q/metrics /; do
    wget -q -O /dev/null "http://127.0.0.1:$port$path"
done
kill -TERM "$service"
# 143 is what a JVM that was told to stop ends with, when it has written the recording.
wait "$service" || [ $? -eq 143 ]
[ -s verbatim.aot ]
