package dev.migratable.runtime.execute;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.GenerateRequest;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/** What the tests of a whole migration do over and over: the shop's two migrations, its database and its customers. */
record ShopDatabase(TestDatabase database, Path changelog) {

    static final Set<PhaseGroup> EXPAND = Set.of(PhaseGroup.EXPAND);
    static final Set<PhaseGroup> CONTRACT = Set.of(PhaseGroup.CONTRACT);
    static final Set<PhaseGroup> BOTH = EnumSet.allOf(PhaseGroup.class);

    /** What pgjdbc calls a session unless told otherwise; the tests' own sessions have that name. */
    static final Set<String> TEST_SESSIONS = Set.of("PostgreSQL JDBC Driver");

    void generateV1() {
        generate("create_shop", Schema.EMPTY, Shop.v1());
    }

    void generateV2() {
        generate("rename_email", Shop.v1().schema(), Shop.v2());
    }

    void generate(String slug, Schema from, Model to) {
        Generator.generate(new GenerateRequest(changelog, slug, from, to, Optional.empty()));
    }

    /** Creates the shop with customers 1 to {@code customers}; every tenth has no address. */
    void createShop(int customers) throws SQLException {
        generateV1();
        migrator().build().apply(BOTH, Optional.empty(), Set.of());
        insertCustomers(customers);
    }

    /** Creates the shop by the migration that was generated before, with a few customers. */
    void createShopFromGenerated() throws SQLException {
        migrator().build().apply(BOTH, Optional.empty(), Set.of());
        insertCustomers(100);
    }

    void insertCustomers(int customers) throws SQLException {
        database.execute(
                "INSERT INTO customer (id, email, name) SELECT n, CASE WHEN n % 10 <> 0 THEN 'c' || n || '@x.org' END, "
                        + "'n' || n FROM generate_series(1, " + customers + ") n",
                "INSERT INTO customer_order (id, customer_id) SELECT n, n FROM generate_series(1, " + customers + ") n",
                "ANALYZE");
    }

    Migrator.Builder migrator() {
        return Migrator.builder(database.dataSource())
                .changelog(changelog)
                .options(ExecutionOptions.DEFAULT.withLockAttempts(5));
    }

    ApplyReport expand() {
        return migrator().build().apply(EXPAND, Optional.empty(), Set.of());
    }

    /** Contracts, waiting for sessions that the server has not quite ended. */
    ApplyReport contract() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (true) {
            ApplyReport report = migrator().build().apply(CONTRACT, Optional.of("test"), TEST_SESSIONS);
            if (report.closedGates().isEmpty() || System.nanoTime() > deadline) {
                return report;
            }
        }
    }

    PGSimpleDataSource dataSourceAs(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setOptions("-c role=" + role);
        return source;
    }

    Schema schema() throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    /** Returns what still leads from the database to the model, nothing being declared. */
    List<String> differencesTo(Model model) throws SQLException {
        return SchemaDiffer.diff(schema(), new Model(model.schema(), Declarations.NONE)).stream()
                .map(Change::description)
                .toList();
    }

    String one(String sql) throws SQLException {
        return String.valueOf(database.query(sql).get(0).get(0));
    }
}
