#!/usr/bin/env bash
#
# Compares two running builds of the service, request by request: the JVM build and the native binary are to answer with
# the same status, headers and bytes. It follows every link that the first one serves, from the landing page and the
# lists on, and adds the requests that go wrong.
#
#     java -Dquarkus.http.port=8123 -Dverbatim.data.directory=/tmp/jvm \
#         -Dverbatim.http.public-url=http://example.test -jar target/quarkus-app/quarkus-run.jar &
#     target/verbatim-runner -Dquarkus.http.port=8122 -Dverbatim.data.directory=/tmp/native \
#         -Dverbatim.http.public-url=http://example.test &
#     bash src/test/scripts/compare-native.sh http://localhost:8123 http://localhost:8122
#
# Both need the same seeds and the same public URL, since links, and so entity tags, contain it. Needs bash 4 and curl.
# Ends with 0 if all answers are the same, with 1 if any differs, with 2 if there was nothing to compare.
#
set -euo pipefail
export LC_ALL=C

if [[ $# -ne 2 ]]; then
    sed -n '3,15s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
fi
one=${1%/}
other=${2%/}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
declare -A seen=()
queue=()
declare -A statuses=()
compared=0
differing=0

# Sends one request: ask NAME BASE CURL-ARGUMENTS... PATH. Leaves NAME.head (sorted) and NAME.body.
ask() {
    local name=$1 base=$2 path=${!#}
    : >"$work/raw"
    : >"$work/$name.body"
    if ! curl --silent --show-error --globoff --path-as-is --max-time 60 --http1.1 \
        --dump-header "$work/raw" --output "$work/$name.body" "${@:3:$#-3}" "$base$path" 2>"$work/error"; then
        # A connection closed early still has an answer; one without an answer differs from one with.
        sed 's/^/curl: /; s/port [0-9]*/port/' "$work/error" >>"$work/raw"
    fi
    # What a clock, and not the build, decides.
    tr -d '\r' <"$work/raw" | grep -v -i -e '^date:' -e '^last-modified:' -e '^$' | sort >"$work/$name.head"
}

count() {
    local status
    status=$(sed -n 's|^HTTP/[0-9.]* \([0-9]*\).*|\1|p' "$work/one.head" | tail -n 1)
    compared=$((compared + 1))
    if [[ -z $status ]]; then
        differing=$((differing + 1))
        printf 'NO ANSWER to %.200s\n%s\n' "$*" "$(<"$work/one.head")"
        return
    fi
    statuses[$status]=$((${statuses[$status]:-0} + 1))
}

# Sends one request to both and tells what differs: compare CURL-ARGUMENTS... PATH.
compare() {
    local part
    ask one "$one" "$@"
    ask other "$other" "$@"
    count "$@"
    for part in head body; do
        if ! cmp -s "$work/one.$part" "$work/other.$part"; then
            differing=$((differing + 1))
            printf 'DIFFERS in its %s: %.200s\n' "$part" "$*"
            diff --text "$work/one.$part" "$work/other.$part" | cut -c 1-400 | head -n 10 || true
        fi
    done
}

# The same status and format is all that two answers full of figures can have in common.
compare_head() {
    ask one "$one" "$@"
    ask other "$other" "$@"
    count "$@"
    if ! cmp -s <(grep -i -e ^HTTP -e ^content-type "$work/one.head") \
        <(grep -i -e ^HTTP -e ^content-type "$work/other.head"); then
        differing=$((differing + 1))
        echo "DIFFERS in its status or format: $*"
    fi
}

enqueue() {
    local path=${1%%#*}
    if [[ $path == /* && -z ${seen[$path]:-} ]]; then
        seen[$path]=1
        queue+=("$path")
    fi
}

# The paths that the answer in one.body links to: by absolute addresses, and in HTML by relative ones.
links() {
    local folder=${1%%\?*}
    folder=${folder%/*}
    grep --text -o "\"$public/[^\"\\\\]*\"" "$work/one.body" | tr -d '"' | sed "s|^$public||" || true
    if grep -q -i '^content-type: text/html' "$work/one.head"; then
        grep --text -o -E '(href|src)="[^"#]+"' "$work/one.body" | sed -E 's/^[a-z]+="//; s/"$//' |
            sed -E -e '/^[a-z]+:/d' -e '/^\//!s|^(\./)?|'"$folder"'/|' || true
    fi
}

ask one "$one" -H 'Accept: application/json' /
public=$(grep -o '"self":"[^"]*"' "$work/one.body" | head -n 1 | sed -E 's/^"self":"//; s|/?"$||' || true)
[[ -n $public ]] || { echo "No service answers at $one." >&2; exit 2; }
ask other "$other" -H 'Accept: application/json' /
grep -q "\"self\":\"$public/" "$work/other.body" || {
    echo "At $other there is no service whose verbatim.http.public-url is $public, as it is at $one." >&2
    exit 2
}

# --- Everything that is linked ----------------------------------------------------------------------------------------

lists=(quotes funding-facts meetings articles agents)
enqueue /
for list in "${lists[@]}"; do
    enqueue "/v1/$list"
    enqueue "/v1/$list?limit=100"
    enqueue "/v1/$list?limit=3"
done
for path in /problems /openapi /openapi.yaml /openapi.json '/openapi?format=json' /q/swagger-ui/ /q/openapi \
    /q/swagger-ui/swagger-ui-bundle.js /q/swagger-ui/swagger-ui.css /q/swagger-ui/oauth2-redirect.html \
    /q/health /q/health/live /q/health/ready /q/health/started /verbatim.css /favicon.ico /robots.txt \
    '/v1/quotes?speaker=Amy%20Pope' '/v1/quotes?speaker=amy-pope&form=DIRECT&form=MIXED' '/v1/quotes?speaker=nobody' \
    '/v1/quotes?q=DEVELOPPEMENT' '/v1/quotes?q=%C3%A9conomique' '/v1/quotes?q=e%CC%81conomique' '/v1/quotes?q=%C5%92uvre' \
    '/v1/quotes?form=INDIRECT&limit=2' '/v1/quotes?attribution=EXPLICIT' '/v1/quotes?lang=fr' '/v1/quotes?lang=en' \
    '/v1/quotes?reviewStatus=CONFIRMED' '/v1/quotes?article=fbf5bc84079181b5' '/v1/quotes?q=%E2%80%A6' \
    '/v1/funding-facts?minAmount=1' '/v1/funding-facts?maxAmount=100000000' '/v1/funding-facts?currency=USD' \
    '/v1/funding-facts?provider=Maroc' '/v1/funding-facts?receiver=OIM' '/v1/funding-facts?fund=fonds' \
    '/v1/funding-facts?kind=TARGET' '/v1/funding-facts?amountStatus=NOT_STATED' \
    '/v1/meetings?attendee=Amy%20Pope' '/v1/meetings?kind=BILATERAL' '/v1/meetings?status=PLANNED' \
    '/v1/meetings?place=Rabat' '/v1/meetings?dateFrom=2018&dateTo=2018-12' '/v1/meetings?dateFrom=2025-02-30' \
    '/v1/agents?type=PERSON' '/v1/agents?q=pope' '/v1/articles?lang=fr' '/v1/articles?q=maroc'; do
    enqueue "$path"
done

tags=()
while ((${#queue[@]} > 0)); do
    path=${queue[0]}
    queue=("${queue[@]:1}")
    compare "$path"
    while read -r link; do
        enqueue "$link"
    done < <(links "$path")
    tag=$(sed -n 's/^etag: //Ip' "$work/one.head")
    if [[ -n $tag ]]; then
        tags+=("$tag $path")
    fi
done
linked=$compared
compare_head /q/metrics

# --- Conditional requests, HEAD and OPTIONS ---------------------------------------------------------------------------

for entry in "${tags[@]}"; do
    path=${entry#* }
    compare -H "If-None-Match: ${entry%% *}" "$path"
    compare --head "$path"
done
for path in / /problems /openapi.yaml /q/health/ready /nope "${lists[@]/#//v1/}" \
    /v1/quotes/nope /v1/articles/fbf5bc84079181b5/text; do
    compare -X OPTIONS "$path"
    compare -X OPTIONS -H 'Origin: http://elsewhere.test' -H 'Access-Control-Request-Method: GET' "$path"
    compare -H 'Origin: http://elsewhere.test' "$path"
    compare -H 'If-None-Match: *' "$path"
done

# --- What goes wrong --------------------------------------------------------------------------------------------------

for list in "${lists[@]}"; do
    for query in nope=x limit=0 limit=101 limit=abc limit= 'limit=1&limit=2' cursor=garbage cursor=bm9wZQ q= q=%20 \
        q=%00 q=%ED%A0%80 q=%FF q=% q=%zz 'q=a&nope=1&limit=x' lang=%2A reviewStatus=NOPE article=nope form=NOPE \
        minAmount=-1 minAmount=1e9 currency=usd dateFrom=yesterday type=ROBOT kind=NOPE \
        q=%F0%9F%98%80 "q=$(printf 'x%.0s' {1..1001})"; do
        compare "/v1/$list?$query"
    done
    for method in POST PUT PATCH DELETE TRACE; do
        compare -X "$method" "/v1/$list"
    done
    compare -X POST -H 'Content-Type: application/json' --data '{' "/v1/$list"
    compare -X POST -H 'Content-Type: text/plain' --data 'x' "/v1/$list"
    for accept in image/png 'application/json;q=0' text/html 'text/*, application/json;q=0.1' nonsense; do
        compare -H "Accept: $accept" "/v1/$list"
        compare -H "Accept: $accept" "/v1/$list/nope"
    done
    for id in nope fbf5bc84079181b5.q0 %00 %ED%A0%80 %2e%2e %2F a%2Fb '..' '%F0%9F%98%80' 'nope;x=y' 'nope?x=y'; do
        compare "/v1/$list/$id"
    done
done
for accept in text/html application/json 'text/html;q=0.1, application/json' image/png; do
    compare -H "Accept: $accept" /
    compare -H "Accept: $accept" /problems
    compare -H "Accept: $accept" /openapi.yaml
    compare -H "Accept: $accept" /v1/articles/fbf5bc84079181b5/text
done
for path in /nope /v1 /v1/ /v1/nope //v1/quotes /v1//quotes /v1/quotes/ /../etc/passwd /%2e%2e/seeds/index /seeds/index \
    /application.properties /q/nope /q/dev /q/swagger-ui/nope.js /%00 /%ED%A0%80 /% "/$(printf 'x%.0s' {1..20000})"; do
    compare "$path"
done

# Larger than an argument of a command may be, so from files. More than a megabyte of headers curl does not send.
{ printf 'X-Large: ' && head -c 1000000 /dev/zero | tr '\0' x; } >"$work/header"
compare -H "@$work/header" /v1/quotes
head -c 2097152 /dev/zero | tr '\0' ' ' >"$work/large"
compare -X POST -H 'Content-Type: application/json' -H 'Expect:' --data-binary "@$work/large" /v1/quotes

for status in $(printf '%s\n' "${!statuses[@]}" | sort); do
    printf '%5d answers with status %s\n' "${statuses[$status]}" "$status"
done
echo "$compared requests compared, $linked of them found by following links; $differing differences."
((differing == 0))
