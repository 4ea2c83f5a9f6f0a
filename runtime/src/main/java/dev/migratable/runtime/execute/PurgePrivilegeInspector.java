package dev.migratable.runtime.execute;

import dev.migratable.runtime.execute.Parked.Kind;
import dev.migratable.runtime.sql.PurgeSql;
import dev.migratable.runtime.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds what the connecting role lacks to drop what is parked, before anything is dropped. */
final class PurgePrivilegeInspector {

    private final Connection connection;
    private final List<String> lacking = new ArrayList<>();

    /** Asks what holds for everything: whether the role may note what it drops. */
    PurgePrivilegeInspector(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(PurgeSql.LACKING)) {
            while (result.next()) {
                lacking.add("what is dropped could not be noted; GRANT " + result.getString(1));
            }
        }
    }

    /** Returns what is in the way of dropping something. */
    List<String> reasons(Parked parked) throws SQLException {
        List<String> reasons = new ArrayList<>(lacking);
        try (PreparedStatement statement = connection.prepareStatement(PurgeSql.PRIVILEGES)) {
            statement.setBoolean(1, parked.kind() != Kind.COLUMN);
            statement.setString(2, parked.relation().schema());
            statement.setString(3, parked.relation().name());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return reasons;
                }
                if (!result.getBoolean(4)) {
                    reasons.add("the role " + result.getString(2) + " may not use its schema; GRANT USAGE ON SCHEMA "
                            + Sql.identifier(parked.relation().schema()) + " TO "
                            + Sql.identifier(result.getString(2)));
                }
                if (!result.getBoolean(3)) {
                    reasons.add("it belongs to the role " + result.getString(1) + ", and the role "
                            + result.getString(2) + " is no member of it; connect as " + result.getString(1)
                            + ", or GRANT " + Sql.identifier(result.getString(1)) + " TO "
                            + Sql.identifier(result.getString(2)));
                }
            }
        }
        return reasons;
    }
}
