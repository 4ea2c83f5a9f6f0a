package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.NotNullConstraint;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From PostgreSQL 18 on NOT NULL has a name, which {@code pg_dump} writes where it is not made of the column's. */
@PostgresTest
class NotNullNamesTest {
    private static final int NAMED_SINCE = 18;
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");

    private static final String NAMES =
            "SELECT coalesce(string_agg(a.attname || ' ' || k.conname, ', ' ORDER BY a.attname),"
                    + " '') FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]"
                    + " WHERE k.contype = 'n' AND k.conrelid = to_regclass('orders') AND a.attname <> 'id'";

    private final TestDatabase database;

    @TempDir
    private Path changelog = Path.of("");

    NotNullNamesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void goWithTheNamesOfColumns() throws SQLException {
        PlanCase change = PlanCase.named("names")
                .from(table("orders")
                        .required("number", "integer")
                        .add(named("amount", "given_to_amount"))
                        .required("quantity", "integer")
                        .add(named("price", "given_to_price"))
                        .add(named("loose", "given_to_loose"))
                        .add(named("gone", "given_to_gone")))
                .to(table("orders")
                        .required("number", "bigint")
                        .required("amount", "bigint")
                        .nullable("quantity", "bigint")
                        .nullable("price", "bigint")
                        .nullable("loose", "integer"))
                .retired("orders", "gone");
        ChangelogWriter.write(changelog, change.creation());
        apply(PhaseGroup.values());
        database.execute("INSERT INTO orders SELECT n, n, n, n, n, n, n FROM generate_series(1, 5) n");
        assertNames("amount given_to_amount, gone given_to_gone, loose given_to_loose, number orders_number_not_null,"
                + " price given_to_price, quantity orders_quantity_not_null");
        ChangelogWriter.write(changelog, change.result().plan().orElseThrow());
        apply(PhaseGroup.EXPAND);
        assertNames("amount given_to_amount, amount__parked_0002 orders_amount__new_0002_not_null,"
                + " number orders_number_not_null, number__parked_0002 orders_number__new_0002_not_null");
        apply(PhaseGroup.values());
        assertNames("amount given_to_amount, number orders_number_not_null");
        Migrator.builder(database.dataSource())
                .changelog(changelog)
                .build()
                .rollback(RollbackRequest.to("0001").ignoring(OUR_SESSIONS));
        assertNames("amount given_to_amount, gone given_to_gone, loose given_to_loose, number orders_number_not_null,"
                + " price given_to_price, quantity orders_quantity_not_null");
    }

    private void assertNames(String names) throws SQLException {
        assertEquals(
                database.serverVersion() < NAMED_SINCE ? "" : names,
                database.query(NAMES).get(0).get(0));
    }

    private void apply(PhaseGroup... phases) {
        Migrator.builder(database.dataSource())
                .changelog(changelog)
                .build()
                .apply(Set.of(phases), Optional.of("test"), OUR_SESSIONS);
    }

    private static Column named(String column, String constraint) {
        return Column.of(column, SqlType.parse("integer"), false)
                .withSettings(ColumnSettings.NONE.withNotNull(Optional.of(new NotNullConstraint(constraint, true))));
    }
}
