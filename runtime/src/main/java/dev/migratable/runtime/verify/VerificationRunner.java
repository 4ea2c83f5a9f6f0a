package dev.migratable.runtime.verify;

import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.sql.BackfillSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Counts violating rows on a live database, apart from what wrote them. */
public final class VerificationRunner {

    private VerificationRunner() {}

    /**
     * Counts the rows of each verification, each in one pass over its table.
     *
     * @return one line for each verification that some row violates
     */
    public static List<String> violations(Connection connection, List<Verification> verifications) throws SQLException {
        List<String> violations = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Verification verification : verifications) {
                long rows = count(statement, verification);
                if (rows > 0) {
                    violations.add(rows + " rows of " + verification.table().display() + ": " + verification.meaning());
                }
            }
        }
        return violations;
    }

    private static long count(Statement statement, Verification verification) throws SQLException {
        try (ResultSet result = statement.executeQuery(BackfillSql.violations(verification))) {
            result.next();
            return result.getLong(1);
        }
    }
}
