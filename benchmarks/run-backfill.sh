#!/bin/sh
# Measures what a rename by dual write costs; see README.md. Needs: ./mvnw -pl benchmarks -am -DskipTests package
set -eu
cd "$(dirname "$0")"
exec java -cp "target/classes:$(cat target/catalog-classpath.txt)" dev.migratable.benchmark.BackfillBenchmark "$@"
