package dev.migratable.diff;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes schemas that PostgreSQL would accept, from small pools of names, so that two of them have much in common. The
 * same seed makes the same schemas; a test that fails prints it.
 */
public final class RandomSchemas {

    private static final List<String> TYPES = List.of(
            "integer",
            "bigint",
            "smallint",
            "numeric(10,2)",
            "varchar(20)",
            "varchar(255)",
            "text",
            "boolean",
            "uuid",
            "timestamp",
            "timestamp(3)",
            "timestamptz",
            "date",
            "jsonb",
            "double precision",
            "integer[]",
            "bytea");
    private static final int TABLES = 6;
    private static final int COLUMNS = 7;

    private final Random random;

    /** Creates a source of schemas that a seed determines. */
    public RandomSchemas(long seed) {
        this.random = new Random(seed);
    }

    /** Returns another schema. */
    public Schema next() {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            if (chance(70)) {
                tables.add(table(QualifiedName.inPublic("t" + i)));
            }
        }
        List<Table> referencing =
                tables.stream().map(t -> withForeignKeys(t, tables)).toList();
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (chance(50)) {
                sequences.add(sequence(i, referencing));
            }
        }
        return new Schema(referencing, sequences);
    }

    /** Returns one of the items. */
    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Returns true in so many of a hundred cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Table table(QualifiedName name) {
        List<Column> columns = new ArrayList<>();
        boolean identity = chance(40);
        SqlType idType = SqlType.parse(chance(50) ? "bigint" : "integer");
        Column id = Column.of("id", idType, false);
        columns.add(
                identity
                        ? id.withIdentity(Optional.of(new Identity(chance(50), SequenceOptions.defaults(idType))))
                        : id);
        IntStream.range(0, COLUMNS).filter(i -> chance(60)).forEach(i -> columns.add(column("c" + i)));
        if (chance(30)) {
            Generated generated = new Generated(chance(50) ? "id * 2" : "id + 1", true);
            columns.add(Column.of("g", SqlType.parse("bigint"), true).withGenerated(Optional.of(generated)));
        }
        Optional<PrimaryKey> key =
                chance(80) ? Optional.of(PrimaryKey.of(name.name() + "_pkey", List.of("id"))) : Optional.empty();
        return new Table(
                name,
                columns,
                key,
                uniques(columns),
                List.of(),
                checks(columns),
                List.of(),
                indexes(columns),
                comment(),
                TableOptions.ORDINARY);
    }

    private Column column(String name) {
        SqlType type = SqlType.parse(pick(TYPES));
        Column column = Column.of(name, type, chance(60)).withComment(comment());
        if (type.name().equals("integer") && !type.isArray() && chance(40)) {
            return column.withDefault(Optional.of(String.valueOf(random.nextInt(3))));
        }
        if (type.name().equals("text")) {
            column = chance(30) ? column.withCollation(Optional.of("pg_catalog.\"C\"")) : column;
            return chance(40) ? column.withDefault(Optional.of("'x'")) : column;
        }
        return column;
    }

    private Optional<String> comment() {
        return chance(15) ? Optional.of("comment " + random.nextInt(2)) : Optional.empty();
    }

    private List<UniqueConstraint> uniques(List<Column> columns) {
        List<UniqueConstraint> result = new ArrayList<>();
        if (chance(50)) {
            result.add(UniqueConstraint.of("uk" + random.nextInt(100), someColumns(columns)));
        }
        return result;
    }

    private List<CheckConstraint> checks(List<Column> columns) {
        List<CheckConstraint> result = new ArrayList<>();
        if (chance(50)) {
            String expression =
                    pick(columns).name() + " IS NOT NULL OR " + pick(columns).name() + " IS NULL";
            result.add(new CheckConstraint("ck" + random.nextInt(100), expression, chance(70)));
        }
        return result;
    }

    private List<Index> indexes(List<Column> columns) {
        List<Index> result = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (chance(50)) {
                result.add(Index.of("ix" + i + random.nextInt(50), chance(30), someColumns(columns)));
            }
        }
        if (chance(30)) {
            IndexKey key = IndexKey.column("(" + pick(columns).name() + " IS NULL)");
            result.add(new Index(
                    "ex" + random.nextInt(50),
                    false,
                    "btree",
                    List.of(new IndexKey(key.text(), true, chance(50), false, Optional.empty(), Optional.empty())),
                    List.of(),
                    chance(50) ? Optional.of(pick(columns).name() + " IS NOT NULL") : Optional.empty(),
                    false,
                    chance(80)));
        }
        return result;
    }

    private List<String> someColumns(List<Column> columns) {
        List<String> names = columns.stream()
                .filter(c -> !c.type().name().equals("jsonb") && c.generated().isEmpty())
                .map(Column::name)
                .filter(n -> chance(40))
                .toList();
        return names.isEmpty() ? List.of(columns.get(0).name()) : names;
    }

    private Table withForeignKeys(Table table, List<Table> all) {
        Table target = pick(all);
        if (target.primaryKey().isEmpty() || chance(50)) {
            return table;
        }
        String column = pick(table.columns()).name();
        if (table.column(column).orElseThrow().generated().isPresent()) {
            return table;
        }
        return table.withForeignKeys(
                List.of(ForeignKey.of("fk" + random.nextInt(100), List.of(column), target.name(), List.of("id"))));
    }

    private Sequence sequence(int number, List<Table> tables) {
        SqlType type = SqlType.parse(chance(50) ? "bigint" : "integer");
        Optional<ColumnName> owner = Optional.empty();
        if (!tables.isEmpty() && chance(50)) {
            Table table = pick(tables);
            owner = Optional.of(
                    new ColumnName(table.name(), pick(table.columns()).name()));
        }
        return new Sequence(
                QualifiedName.inPublic("s" + number),
                type,
                SequenceOptions.ascending(type, 1, chance(50) ? 1 : 50),
                owner);
    }
}
