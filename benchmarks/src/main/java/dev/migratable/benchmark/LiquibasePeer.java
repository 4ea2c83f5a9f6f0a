package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.exception.LiquibaseException;

/**
 * Liquibase's comparison of two databases, with everything it compares by default.
 *
 * @param reference the one to be
 * @param target the one that is
 */
record LiquibasePeer(TestDatabase reference, TestDatabase target) {

    /** Compares, and returns how many differences were found. */
    int diff() throws SQLException, LiquibaseException {
        Logger logger = Logger.getLogger("liquibase");
        logger.setLevel(Level.OFF);
        Database one = open(reference);
        try {
            Database other = open(target);
            try {
                DiffResult result = DiffGeneratorFactory.getInstance().compare(one, other, CompareControl.STANDARD);
                return result.getMissingObjects().size()
                        + result.getUnexpectedObjects().size()
                        + result.getChangedObjects().size();
            } finally {
                other.close();
            }
        } finally {
            one.close();
        }
    }

    private static Database open(TestDatabase database) throws SQLException, LiquibaseException {
        return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(database.connect()));
    }
}
