#!/usr/bin/env bash
#
# Starts what has been packaged, and does in a real Chromium what people do with it (check.mjs):
#
#     mvn -DskipTests package && bash src/test/browser/check.sh [folder for screenshots]
#
# Chromium (CHROMIUM, or chromium, chromium-browser or google-chrome on the PATH), Node 18 or newer and npm are not part
# of the build: where one is missing, it says so and passes. The two packages from npm go to target/browser.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

PACKAGES=(playwright-core@1.65.1 axe-core@4.14.1)

skip() {
    echo "Browser stage skipped: $1."
    exit 0
}

for name in chromium chromium-browser google-chrome; do
    CHROMIUM=${CHROMIUM:-$(command -v "$name" || true)}
done
[[ -n "$CHROMIUM" ]] || skip "no Chromium on the PATH or in CHROMIUM"
command -v node >/dev/null && command -v npm >/dev/null || skip "no Node with npm on the PATH"
[[ -f target/quarkus-app/quarkus-run.jar ]] || skip "nothing is packaged in target/quarkus-app"

mkdir -p target/browser
npm install --silent --no-audit --no-fund --prefix target/browser "${PACKAGES[@]}" \
    || skip "npm cannot get ${PACKAGES[*]}"

port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
data=$(mktemp -d)
java -Dquarkus.http.port="$port" -Dverbatim.data.directory="$data" -jar target/quarkus-app/quarkus-run.jar \
    >target/browser/service.log 2>&1 &
service=$!
trap 'kill $service 2>/dev/null; wait $service 2>/dev/null || true; rm -rf "$data"' EXIT

for ((i = 0; i < 120; i++)); do
    curl --silent --fail --output /dev/null "http://localhost:$port/q/health/ready" && break
    kill -0 $service 2>/dev/null || { cat target/browser/service.log; exit 1; }
    sleep 1
done

CHROMIUM=$CHROMIUM NODE_PACKAGES=$PWD/target/browser \
    node src/test/browser/check.mjs "http://localhost:$port" "${1:-}"
