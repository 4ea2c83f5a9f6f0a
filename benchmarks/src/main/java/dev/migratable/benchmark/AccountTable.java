package dev.migratable.benchmark;

import dev.migratable.runtime.changelog.GenerateRequest;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.RenameStrategy;
import dev.migratable.schema.Index;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A table of rows of about 150 bytes, and the migration that renames one of its columns.
 *
 * @param rows how many rows it has
 * @param indexed whether the column that is renamed has an index and is required, which makes more statements of it
 */
record AccountTable(long rows, boolean indexed) {

    static final QualifiedName NAME = QualifiedName.inPublic("account");

    private static final String ROWS = """
            INSERT INTO account (id, email, name, city, visits, created)
            SELECT n, 'customer.' || n || '@example.org', 'Given Family ' || n, 'Some street of many houses ' || n %% 100 || ', City of ' || n %% 1000, 0,
                   TIMESTAMP '2020-01-01' + n * INTERVAL '1 second'
            FROM generate_series(1, %d) AS n""";

    /** Creates the table by the first migration and fills it; returns bytes per row, indexes left out. */
    long create(TestDatabase database, Path changelog) throws SQLException {
        generate(changelog, "create_account", Schema.EMPTY, former());
        ExpandRun.of(database, changelog, 1);
        database.execute(ROWS.formatted(rows), "VACUUM ANALYZE account");
        generate(changelog, "rename_email", former().schema(), present(RenameStrategy.DUAL_WRITE));
        return Long.parseLong(database.query("SELECT pg_relation_size('account') / " + rows)
                .get(0)
                .get(0));
    }

    /**
     * Writes another migration of the same table: the rename by a view.
     *
     * @param changelog an empty directory; the first migration in it is the one that created the table
     */
    void generateAlias(Path changelog) {
        generate(changelog, "create_account", Schema.EMPTY, former());
        generate(changelog, "rename_email", former().schema(), present(RenameStrategy.ALIAS_VIEW));
    }

    private static void generate(Path changelog, String slug, Schema from, Model to) {
        Generator.generate(new GenerateRequest(changelog, slug, from, to, Optional.empty()));
    }

    private Model former() {
        return new Model(schema("email"), Declarations.NONE);
    }

    private Model present(RenameStrategy strategy) {
        return new Model(
                schema("email_address"),
                new Declarations(
                        List.of(new ColumnRename(NAME, "email", "email_address", strategy)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private Schema schema(String email) {
        Table table = new Table(
                NAME,
                List.of(
                        column("id", "bigint", false),
                        column(email, "varchar(120)", !indexed),
                        column("name", "varchar(120)", true),
                        column("city", "text", true),
                        column("visits", "integer", true),
                        column("created", "timestamp", true)),
                Optional.of(PrimaryKey.of("account_pkey", List.of("id"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                indexed ? List.of(Index.of("account_" + email + "_idx", false, List.of(email))) : List.of(),
                Optional.empty(),
                TableOptions.ORDINARY);
        return new Schema(List.of(table), List.of());
    }

    private static Column column(String name, String type, boolean nullable) {
        return Column.of(name, SqlType.parse(type), nullable);
    }
}
