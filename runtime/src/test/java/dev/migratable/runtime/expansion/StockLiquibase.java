package dev.migratable.runtime.expansion;

import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs a changelog as a Liquibase does that knows nothing of Migratable. */
final class StockLiquibase {
    private StockLiquibase() {}

    static void update(TestDatabase database, Path changelog) throws Exception {
        run(database, changelog, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    static void rollback(TestDatabase database, Path changelog, int changeSets) throws Exception {
        run(database, changelog, liquibase -> liquibase.rollback(changeSets, new Contexts(), new LabelExpression()));
    }

    private interface Command {
        void run(Liquibase liquibase) throws Exception;
    }

    private static void run(TestDatabase database, Path changelog, Command command) throws Exception {
        Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
            try (Connection connection = database.connect()) {
                Database target = DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(connection));
                command.run(new Liquibase("db.changelog-root.yaml", new DirectoryResourceAccessor(changelog), target));
            }
        });
    }
}
