package dev.migratable.diff;

import dev.migratable.classify.ClassificationContext;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
    private static final List<String> INTEGERS = List.of("integer", "bigint", "smallint");
    private static final int TABLES = 6;
    private static final int COLUMNS = 7;

    private static final int NULLS_NOT_DISTINCT_SINCE = 15;

    private final Random random;
    private final int serverVersion;
    private final Set<String> indexNames = new HashSet<>();
    private final List<String> usualTypes;
    private final RandomEnumTypes enumTypes;
    private final RandomCompositeTypes compositeTypes;

    /** Creates a source of schemas for the newest server that a seed determines. */
    public RandomSchemas(long seed) {
        this(seed, ClassificationContext.NEWEST_SERVER);
    }

    /** Creates a source of schemas that a server of a major version accepts and a seed determines. */
    public RandomSchemas(long seed, int serverVersion) {
        this(seed, serverVersion, List.of());
    }

    private RandomSchemas(long seed, int serverVersion, List<String> usualTypes) {
        this.random = new Random(seed);
        this.serverVersion = serverVersion;
        this.usualTypes = usualTypes;
        this.enumTypes = new RandomEnumTypes(seed);
        this.compositeTypes = new RandomCompositeTypes(seed);
    }

    /**
     * Creates a source of schemas whose columns of one name mostly have one type, and whose sequences mostly run at one
     * pace, as those of databases that drifted apart.
     */
    public static RandomSchemas drifting(long seed, int serverVersion) {
        List<String> types = new ArrayList<>(TYPES);
        Collections.shuffle(types, new Random(seed));
        return new RandomSchemas(seed, serverVersion, types.subList(0, COLUMNS));
    }

    private boolean drifts() {
        return usualTypes.isEmpty() || chance(4);
    }

    /** Returns another schema. */
    public Schema next() {
        indexNames.clear();
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
                sequences.add(sequence(i, referencing)
                        .withComment(Optional.of(comment().orElse("")))
                        .withUnlogged(RandomSettings.unlogged(this, serverVersion)));
            }
        }
        Schema relations = new Schema(RandomSettings.unlogged(this, referencing), sequences);
        return compositeTypes.addTo(enumTypes.addTo(relations));
    }

    /** Returns one of the items. */
    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Returns true in so many of a hundred cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Names an index, which shares its names with those of all tables. */
    private String free(String prefix) {
        String name = prefix + random.nextInt(60);
        return indexNames.add(name) ? name : free(prefix);
    }

    private Table table(QualifiedName name) {
        List<Column> columns = new ArrayList<>();
        boolean identity = chance(40);
        boolean generates = chance(30);
        // PostgreSQL changes no type of a column that a generated one is computed from.
        SqlType idType = SqlType.parse(generates || !drifts() || chance(50) ? "bigint" : "integer");
        Column id = Column.of("id", idType, false);
        columns.add(
                identity
                        ? id.withIdentity(Optional.of(new Identity(chance(50), SequenceOptions.defaults(idType))))
                        : id);
        IntStream.range(0, COLUMNS)
                .filter(i -> chance(60))
                .forEach(i -> columns.add(column("c" + i, drifts() ? pick(TYPES) : usualTypes.get(i))));
        if (generates) {
            Generated generated = new Generated(chance(50) ? "id * 2" : "id + 1", true);
            columns.add(Column.of("g", SqlType.parse("bigint"), true).withGenerated(Optional.of(generated)));
        }
        Optional<PrimaryKey> key =
                chance(80) ? Optional.of(PrimaryKey.of(name.name() + "_pkey", List.of("id"))) : Optional.empty();
        RandomSettings settings = new RandomSettings(this, serverVersion);
        columns.replaceAll(settings::column);
        return settings.table(new Table(
                name,
                columns,
                key,
                uniques(columns),
                List.of(),
                checks(columns),
                List.of(),
                indexes(columns),
                comment(),
                TableOptions.ORDINARY));
    }

    private Column column(String name, String typeName) {
        SqlType type = SqlType.parse(typeName);
        Column column = Column.of(name, type, chance(60)).withComment(comment());
        if (type.name().equals("text") && chance(30)) {
            column = column.withCollation(Optional.of("pg_catalog.\"C\""));
        }
        List<String> defaults = defaults(type);
        return !defaults.isEmpty() && chance(40) ? column.withDefault(Optional.of(pick(defaults))) : column;
    }

    /** Each value in one spelling only. */
    private static List<String> defaults(SqlType type) {
        if (type.isArray()) {
            return List.of("'{}'", "'{1,2}'");
        }
        return switch (type.name()) {
            case "integer", "bigint", "smallint" -> List.of("0", "1", "-1");
            case "numeric" -> List.of("0", "1.5");
            case "double precision" -> List.of("0", "'-1.5'");
            case "text", "character varying" -> List.of("'x'", "''", "'it''s'");
            case "boolean" -> List.of("true", "false");
            case "uuid" -> List.of("gen_random_uuid()");
            case "timestamp with time zone" -> List.of("now()");
            case "timestamp without time zone" -> List.of("now()", "'2020-01-01 10:00:00'");
            case "date" -> List.of("CURRENT_DATE", "'2020-01-01'");
            case "jsonb" -> List.of("'{}'", "'[]'");
            default -> List.of();
        };
    }

    private Optional<String> comment() {
        return chance(15) ? Optional.of("comment " + random.nextInt(2)) : Optional.empty();
    }

    private List<UniqueConstraint> uniques(List<Column> columns) {
        List<UniqueConstraint> result = new ArrayList<>();
        if (chance(50)) {
            List<String> keys = someColumns(columns);
            result.add(new UniqueConstraint(
                    free("uk"), keys, include(columns, keys), nullsNotDistinct(), deferrability()));
        }
        return result;
    }

    private boolean nullsNotDistinct() {
        return chance(20) && serverVersion >= NULLS_NOT_DISTINCT_SINCE;
    }

    private Deferrability deferrability() {
        return chance(70) ? Deferrability.NOT_DEFERRABLE : pick(List.of(Deferrability.values()));
    }

    private List<String> include(List<Column> columns, List<String> keys) {
        return columns.stream()
                .filter(c -> c.generated().isEmpty())
                .map(Column::name)
                .filter(name -> !keys.contains(name) && chance(8))
                .toList();
    }

    private List<CheckConstraint> checks(List<Column> columns) {
        List<CheckConstraint> result = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (chance(40)) {
                // Of two equal checks the differ keeps whichever it likes; their names tell them apart.
                result.add(new CheckConstraint("ck" + i + random.nextInt(50), condition(columns, i), chance(70)));
            }
        }
        return result;
    }

    /** Each condition in one spelling only; a number keeps those of one table apart. */
    private String condition(List<Column> columns, int number) {
        Column column = pick(columns);
        String name = column.name();
        if (number == 0 || column.type().isArray()) {
            return name + " IS NOT NULL OR " + pick(columns).name() + " IS NULL";
        }
        return switch (column.type().name()) {
            case "integer", "bigint", "smallint", "numeric", "double precision" ->
                pick(List.of(name + " > 0", name + " >= -1 AND " + name + " <= 5", name + " IN (1, 2)"));
            case "text", "character varying" ->
                pick(List.of("length(" + name + ") > 3", name + " IN ('a', 'b')", name + " <> 'x'"));
            case "date" -> name + " > '2020-01-01'::date";
            case "boolean" -> "NOT " + name;
            default -> name + " IS NULL";
        };
    }

    private List<Index> indexes(List<Column> columns) {
        List<Index> result = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (chance(50)) {
                result.add(index(free("ix"), columns));
            }
        }
        if (chance(30)) {
            IndexKey key = IndexKey.column("(" + pick(columns).name() + " IS NULL)");
            result.add(new Index(
                    free("ex"),
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

    private Index index(String name, List<Column> columns) {
        List<String> keys = someColumns(columns);
        boolean unique = chance(30);
        return new Index(
                name,
                unique,
                Index.DEFAULT_METHOD,
                keys.stream().map(key -> key(key, columns)).toList(),
                include(columns, keys),
                chance(20) ? Optional.of(pick(columns).name() + " IS NOT NULL") : Optional.empty(),
                unique && nullsNotDistinct(),
                true);
    }

    private IndexKey key(String name, List<Column> columns) {
        boolean text = columns.stream()
                .anyMatch(c -> c.name().equals(name) && c.type().name().equals("text"));
        Optional<String> operators = text && chance(20) ? Optional.of("text_pattern_ops") : Optional.empty();
        return new IndexKey(name, false, chance(20), chance(20), operators, Optional.empty());
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
        if (target.primaryKey().isEmpty() || chance(30)) {
            return table;
        }
        List<String> columns = table.columns().stream()
                .filter(c -> INTEGERS.contains(c.type().sql()) && c.generated().isEmpty())
                .map(Column::name)
                .toList();
        return table.withForeignKeys(List.of(new ForeignKey(
                "fk" + random.nextInt(100),
                List.of(pick(columns)),
                target.name(),
                List.of("id"),
                pick(List.of(ReferentialAction.values())),
                pick(List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE)),
                chance(20),
                deferrability(),
                chance(70))));
    }

    private Sequence sequence(int number, List<Table> tables) {
        boolean drifts = drifts();
        SqlType type = SqlType.parse(!drifts || chance(50) ? "bigint" : "integer");
        Optional<ColumnName> owner = Optional.empty();
        if (!tables.isEmpty() && chance(50)) {
            Table table = pick(tables);
            owner = Optional.of(
                    new ColumnName(table.name(), pick(table.columns()).name()));
        }
        return new Sequence(
                QualifiedName.inPublic("s" + number),
                type,
                SequenceOptions.ascending(type, 1, drifts && chance(50) ? 1 : 50),
                owner);
    }
}
