package dev.migratable.benchmark;

import dev.migratable.schema.Column;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * So many tables, each with twelve columns of mixed types, a primary key, three indexes, a unique constraint, a foreign key to
 * another table and a sequence: in a database, and as the model of it.
 *
 * @param size the number of tables
 */
record SyntheticSchema(int size) {

    private static final int TABLES_PER_BATCH = 50;
    private static final int CHILDREN = 10;

    /** Creates everything in a database; afterwards its catalog is analyzed, as autovacuum would see to. */
    void create(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            StringBuilder batch = new StringBuilder();
            for (int i = 0; i < size; i++) {
                batch.append(ddl(i));
                if (i % TABLES_PER_BATCH == TABLES_PER_BATCH - 1 || i == size - 1) {
                    statement.execute(batch.toString());
                    batch.setLength(0);
                }
            }
            statement.execute("ANALYZE");
        }
    }

    static String name(int i) {
        return "ordered_item_%05d".formatted(i);
    }

    private static String ddl(int i) {
        return """
                CREATE TABLE %1$s (
                    id bigint NOT NULL CONSTRAINT %1$s_pkey PRIMARY KEY,
                    code varchar(40) NOT NULL CONSTRAINT uc_%1$s_code UNIQUE,
                    name varchar(200) NOT NULL,
                    status varchar(20) NOT NULL DEFAULT 'NEW',
                    amount numeric(12,2),
                    quantity integer NOT NULL DEFAULT 0,
                    active boolean NOT NULL DEFAULT true,
                    parent_id bigint CONSTRAINT fk_%1$s_parent REFERENCES %2$s,
                    reference uuid,
                    payload jsonb,
                    created_at timestamp with time zone NOT NULL DEFAULT now(),
                    remarks text);
                CREATE INDEX ix_%1$s_parent ON %1$s (parent_id);
                CREATE INDEX ix_%1$s_name ON %1$s (name);
                CREATE INDEX ix_%1$s_status ON %1$s (status, created_at DESC);
                CREATE SEQUENCE %1$s_seq INCREMENT 50;
                """.formatted(name(i), name(parentOf(i)));
    }

    /** A tree: Liquibase descends a recursion for each table on the way, and a chain of 1,000 overflows its stack. */
    private static int parentOf(int i) {
        return i / CHILDREN;
    }

    /** Returns what was created as the model of an application has it, expressions spelled as the server prints them. */
    Schema model() {
        List<Table> tables = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tables.add(table(i));
            SqlType bigint = SqlType.parse("bigint");
            sequences.add(new Sequence(
                    QualifiedName.inPublic(name(i) + "_seq"),
                    bigint,
                    SequenceOptions.ascending(bigint, 1, 50),
                    Optional.empty()));
        }
        return new Schema(tables, sequences);
    }

    /** Returns the same model with a default that means the same as the server's and is spelled in another way. */
    Schema modelSpelledOtherwise() {
        Schema model = model();
        return model.withTables(model.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                        .map(c -> c.name().equals("status") ? c.withDefault(Optional.of("'NEW'")) : c)
                        .toList()))
                .toList());
    }

    private static Table table(int i) {
        String name = name(i);
        return new Table(
                QualifiedName.inPublic(name),
                columns(),
                Optional.of(PrimaryKey.of(name + "_pkey", List.of("id"))),
                List.of(UniqueConstraint.of("uc_" + name + "_code", List.of("code"))),
                List.of(ForeignKey.of(
                        "fk_" + name + "_parent",
                        List.of("parent_id"),
                        QualifiedName.inPublic(name(parentOf(i))),
                        List.of("id"))),
                List.of(),
                List.of(),
                indexes(name),
                Optional.empty(),
                TableOptions.ORDINARY);
    }

    private static List<Column> columns() {
        return List.of(
                column("id", "bigint", false),
                column("code", "varchar(40)", false),
                column("name", "varchar(200)", false),
                column("status", "varchar(20)", false).withDefault(Optional.of("'NEW'::character varying")),
                column("amount", "numeric(12,2)", true),
                column("quantity", "integer", false).withDefault(Optional.of("0")),
                column("active", "boolean", false).withDefault(Optional.of("true")),
                column("parent_id", "bigint", true),
                column("reference", "uuid", true),
                column("payload", "jsonb", true),
                column("created_at", "timestamp with time zone", false).withDefault(Optional.of("now()")),
                column("remarks", "text", true));
    }

    private static Column column(String name, String type, boolean nullable) {
        return Column.of(name, SqlType.parse(type), nullable);
    }

    private static List<Index> indexes(String table) {
        IndexKey descending = new IndexKey("created_at", false, true, true, Optional.empty(), Optional.empty());
        return List.of(
                Index.of("ix_" + table + "_parent", false, List.of("parent_id")),
                Index.of("ix_" + table + "_name", false, List.of("name")),
                new Index(
                        "ix_" + table + "_status",
                        false,
                        Index.DEFAULT_METHOD,
                        List.of(IndexKey.column("status"), descending),
                        List.of(),
                        Optional.empty(),
                        false,
                        true));
    }

    /** Returns the sources of entities that map the tables, one class for each. */
    List<EntitySource> entities() {
        return IntStream.range(0, size).mapToObj(SyntheticSchema::entity).toList();
    }

    /**
     * The source of one entity.
     *
     * @param className the class's name, in no package
     * @param text the source
     */
    record EntitySource(String className, String text) {}

    private static EntitySource entity(int i) {
        String className = "OrderedItem" + i;
        return new EntitySource(className, """
                        import jakarta.persistence.*;

                        @Entity
                        @Table(name = "%s")
                        public class %s {
                            @Id Long id;
                            @Column(length = 40) String code;
                            @Column(length = 200) String name;
                            @Column(length = 20) String status;
                            @Column(precision = 12, scale = 2) java.math.BigDecimal amount;
                            int quantity;
                            boolean active;
                            @Column(name = "parent_id") Long parentId;
                            java.util.UUID reference;
                            @Column(columnDefinition = "jsonb") String payload;
                            @Column(name = "created_at") java.time.Instant createdAt;
                            @Column(columnDefinition = "text") String remarks;
                        }
                        """.formatted(name(i), className));
    }
}
