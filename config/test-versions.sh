#!/bin/sh
# Carries migrations out on other versions of PostgreSQL than the default one, one after the other; some minutes each.
#   config/test-versions.sh                     the versions below
#   config/test-versions.sh 16.15.0             those named
#   config/test-versions.sh 15.19.0 -Dcrash.full=true    and what else is for the tests
set -eu
cd "$(dirname "$0")/.."

versions=""
while [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; do
    versions="$versions $1"
    shift
done

tests=PlanLifecycleTest,TwoVersionsUnderFireTest,MigratorTest,KilledRunnerTest,KilledProcessTest
tests=$tests,CrashAtEveryStatementTest,RollbackTest,RollbackFromEveryStepTest,PurgeTest,AnnouncedLocksTest,ClientWaitTest

for version in ${versions:-13.22.0 15.19.0 17.11.0}; do
    echo "PostgreSQL $version"
    ./mvnw -B -ntp -q -pl runtime -am test "-Dpostgres.binaries.version=$version" \
        "-Dtest=$tests" -Dsurefire.failIfNoSpecifiedTests=false "$@"
done
