#!/usr/bin/env bash
# An online shop's schema evolves while its old and its new version run. Needs a JDK 17 or newer and Maven Central only.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "Building Migratable (the first time this also fetches PostgreSQL and the libraries) ..."
./mvnw -B -ntp -q -DskipTests -Dmigratable.skip-tests=true -pl examples,integrations/cli -am package
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "examples/target/classes:examples/target/lib/*" \
  dev.migratable.examples.demo.Demo examples integrations/cli/target/migratable-cli.jar examples/target/demo
