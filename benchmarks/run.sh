#!/bin/sh
# Measures what the processor costs; see README.md. Needs: ./mvnw -pl benchmarks -am -DskipTests package
set -eu
cd "$(dirname "$0")"
exec java -cp "target/classes:$(cat target/classpath.txt)" dev.migratable.benchmark.ProcessorBenchmark "$@"
