#!/bin/sh
# Carries migrations out on other versions of PostgreSQL than the default one, one after the other; some minutes each.
#   config/test-versions.sh                     the versions below
#   config/test-versions.sh 16.15.0             those named
#   config/test-versions.sh 15.19.0 -Dcrash.full=true    and what else is for the tests
#   PLATFORM=linux-arm64v8 config/test-versions.sh       binaries for another platform
set -eu
cd "$(dirname "$0")/.."

versions=""
while [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; do
    versions="$versions $1"
    shift
done

tests=PlanLifecycleTest,TwoVersionsUnderFireTest,MigratorTest,KilledRunnerTest,KilledProcessTest,RollbackUnderFireTest
tests=$tests,CrashAtEveryStatementTest,RollbackTest,RollbackFromEveryStepTest,PurgeTest,AnnouncedLocksTest,ClientWaitTest
binaries="embedded-postgres-binaries-${PLATFORM:-linux-amd64}"

for version in ${versions:-13.23.0 15.19.0 17.11.0}; do
    echo "PostgreSQL $version"
    ./mvnw -B -ntp -q -N org.apache.maven.plugins:maven-dependency-plugin:copy \
        "-Dartifact=io.zonky.test.postgres:$binaries:$version" "-DoutputDirectory=$PWD/target/versions"
    ./mvnw -B -ntp -q -pl runtime -am test "-Dmigratable.test.binaries=$PWD/target/versions/$binaries-$version.jar" \
        "-Dtest=$tests" -Dsurefire.failIfNoSpecifiedTests=false "$@"
done
