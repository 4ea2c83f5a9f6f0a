package dev.migratable.runtime.expansion;

import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.MigrationFailedException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs a changelog as a Liquibase does that knows nothing of Migratable. */
final class StockLiquibase {
    private StockLiquibase() {}

    static void update(TestDatabase database, Path changelog) throws Exception {
        run(database, changelog, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    /** Runs each change set a second time right after the first, as where it was killed before that was noted. */
    static void updateTwice(TestDatabase database, Path changelog) throws Exception {
        run(database, changelog, liquibase -> {
            liquibase.setChangeExecListener(new AbstractChangeExecListener() {
                @Override
                public void ran(ChangeSet changeSet, DatabaseChangeLog log, Database target, ChangeSet.ExecType type) {
                    try {
                        changeSet.execute(log, target);
                    } catch (MigrationFailedException e) {
                        throw new IllegalStateException(changeSet.getId() + " cannot be run again: " + e, e);
                    }
                }
            });
            liquibase.update(new Contexts(), new LabelExpression());
        });
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
                Database target =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                Liquibase liquibase =
                        new Liquibase("db.changelog-root.yaml", new DirectoryResourceAccessor(changelog), target);
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                command.run(liquibase);
            }
        });
    }
}
