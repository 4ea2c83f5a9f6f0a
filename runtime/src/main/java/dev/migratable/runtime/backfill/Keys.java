package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries keys between the server and us as the server's own texts. */
final class Keys {

    private Keys() {}

    /** Reads a key from the row's columns, starting at {@code first}. */
    static List<String> read(ResultSet row, int first, BackfillSpec spec) throws SQLException {
        List<String> key = new ArrayList<>(spec.key().size());
        for (int n = 0; n < spec.key().size(); n++) {
            key.add(row.getString(first + n));
        }
        return key;
    }

    /**
     * Sets a key as parameters, starting at {@code first}; an empty one sets none.
     *
     * @return the next parameter's position
     */
    static int bind(PreparedStatement statement, int first, Optional<List<String>> key) throws SQLException {
        int position = first;
        for (String part : key.orElse(List.of())) {
            statement.setString(position++, part);
        }
        return position;
    }
}
