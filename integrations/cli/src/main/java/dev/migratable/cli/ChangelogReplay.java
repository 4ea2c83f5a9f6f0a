package dev.migratable.cli;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.runtime.sql.ScratchSql;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Runs a changelog, contracts included, in an empty database that is dropped afterwards, and reads what it makes.
 *
 * @param server any database of the server that is to have the other one
 * @param directory the changelog
 */
record ChangelogReplay(Database server, Path directory) {

    /** What the database is called; the rest of the name is random, for several may run at once. */
    private static final String PREFIX = "migratable_scratch_";

    /**
     * What a replay forth and back came to.
     *
     * @param steps how many steps ran
     * @param made the schema after all of them
     * @param left the schema after the rollback to the start
     * @param rollbackFailure why the rollback did not get there; empty where it did
     */
    record Verified(int steps, Schema made, Schema left, List<String> rollbackFailure) {

        /** Returns what is to be left. */
        Model empty() {
            return new Model(rollbackFailure.isEmpty() ? Schema.EMPTY : left, Declarations.NONE);
        }
    }

    Schema read() {
        return inScratch(scratch -> {
            replay(scratch);
            return schema(scratch);
        });
    }

    /** Runs it and undoes all of it. */
    Verified verify() {
        return inScratch(scratch -> {
            int steps = replay(scratch);
            Schema made = schema(scratch);
            List<String> failure = undo(scratch);
            return new Verified(steps, made, schema(scratch), failure);
        });
    }

    private <T> T inScratch(Function<Database, T> work) {
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        run(ScratchSql.create(name));
        try {
            return work.apply(server.named(name));
        } finally {
            run(ScratchSql.drop(name));
        }
    }

    private void run(String sql) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw server.failed(e);
        }
    }

    private int replay(Database scratch) {
        ApplyReport report = migrator(scratch)
                .apply(Set.of(PhaseGroup.EXPAND, PhaseGroup.CONTRACT), Optional.of("replay"), Set.of());
        if (!report.closedGates().isEmpty()) {
            throw CliError.CHANGELOG.at(
                    directory.toString(),
                    "in an empty database the gate of "
                            + report.closedGates().get(0).migration() + " stays closed: "
                            + String.join("; ", report.closedGates().get(0).reasons()),
                    "Repair that migration");
        }
        return report.steps().size();
    }

    private List<String> undo(Database scratch) {
        try {
            return migrator(scratch).rollback(RollbackRequest.toStart()).closedGates().stream()
                    .flatMap(gate -> gate.reasons().stream().map(reason -> gate.migration() + ": " + reason))
                    .toList();
        } catch (MigratableException e) {
            return List.of(e.line());
        }
    }

    private Migrator migrator(Database scratch) {
        return Migrator.builder(scratch.dataSource())
                .changelog(directory)
                .application("migratable-cli")
                .options(ExecutionOptions.DEFAULT.withWorkers(1))
                .build();
    }

    private static Schema schema(Database scratch) {
        try (Connection connection = scratch.connect()) {
            return CatalogInspector.inspect(connection).schema();
        } catch (SQLException e) {
            throw scratch.failed(e);
        }
    }
}
