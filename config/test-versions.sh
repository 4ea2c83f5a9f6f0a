#!/bin/sh
# Runs the tests of the runtime and of the command line on other versions of PostgreSQL than the default one, one after
# the other; a quarter of an hour each. Ends with a line for each version, and with 1 where one failed.
#   config/test-versions.sh                     the versions below
#   config/test-versions.sh 16.15.0             those named
#   config/test-versions.sh 15.19.0 -Dcrash.full=true            and what else is for the tests
#   config/test-versions.sh 13.23.0 -Dtest=PlanLifecycleTest     some tests only
#   PLATFORM=linux-arm64v8 config/test-versions.sh               binaries for another platform
set -u
cd "$(dirname "$0")/.." || exit 2

versions=""
while [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; do
    versions="$versions $1"
    shift
done

tests='dev/migratable/runtime/**/*Test,dev/migratable/cli/**/*Test'
binaries="embedded-postgres-binaries-${PLATFORM:-linux-amd64}"

run() {
    version=$1
    shift
    ./mvnw -B -ntp -q -N org.apache.maven.plugins:maven-dependency-plugin:copy \
        "-Dartifact=io.zonky.test.postgres:$binaries:$version" "-DoutputDirectory=$PWD/target/versions" || return
    ./mvnw -B -ntp -q -pl runtime,integrations/cli -am test --fail-at-end \
        "-Dmigratable.test.binaries=$PWD/target/versions/$binaries-$version.jar" \
        "-Dtest=$tests" -Dsurefire.failIfNoSpecifiedTests=false "$@"
}

results=""
failed=0
for version in ${versions:-13.23.0 15.19.0 17.11.0}; do
    echo "PostgreSQL $version"
    if run "$version" "$@"; then
        result=passed
    else
        result=FAILED
        failed=1
    fi
    results="${results}PostgreSQL $version: $result
"
done
printf '%s' "$results"
exit $failed
