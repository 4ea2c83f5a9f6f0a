package dev.migratable.cli;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.sql.ScratchSql;
import dev.migratable.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Runs a changelog, contracts included, in an empty database that is dropped afterwards, and reads what it makes.
 *
 * @param server any database of the server that is to have the other one
 * @param directory the changelog
 */
record ChangelogReplay(Database server, Path directory) {

    /** What the database is called; the rest of the name is random, for several may run at once. */
    private static final String PREFIX = "migratable_scratch_";

    Schema read() {
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        run(ScratchSql.create(name));
        try {
            return replay(server.named(name));
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

    private Schema replay(Database scratch) {
        ApplyReport report = Migrator.builder(scratch.dataSource())
                .changelog(directory)
                .application("migratable-cli")
                .options(ExecutionOptions.DEFAULT.withWorkers(1))
                .build()
                .apply(Set.of(PhaseGroup.EXPAND, PhaseGroup.CONTRACT), Optional.of("replay"), Set.of());
        if (!report.closedGates().isEmpty()) {
            throw CliError.CHANGELOG.at(
                    directory.toString(),
                    "in an empty database the gate of "
                            + report.closedGates().get(0).migration() + " stays closed: "
                            + String.join("; ", report.closedGates().get(0).reasons()),
                    "Repair that migration");
        }
        try (Connection connection = scratch.connect()) {
            return CatalogInspector.inspect(connection).schema();
        } catch (SQLException e) {
            throw scratch.failed(e);
        }
    }
}
