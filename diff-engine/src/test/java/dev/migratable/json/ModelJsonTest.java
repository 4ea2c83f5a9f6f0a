package dev.migratable.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.AcceptedRisk;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.RenameStrategy;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelJsonTest {

    private static final QualifiedName T = QualifiedName.inPublic("t");

    @Test
    void anEmptyModelIsThreeLines() {
        Model model = new Model(Schema.EMPTY, Declarations.NONE);
        assertEquals("{\n  \"format\": 1\n}\n", ModelJson.write(model));
        assertEquals(model, ModelJson.read(ModelJson.write(model), "model.json"));
    }

    @Test
    void aColumnIsALine() {
        Table table = Table.of(
                new QualifiedName("shop", "orders"),
                List.of(
                        Column.of("id", SqlType.parse("bigint"), false),
                        Column.of("note", SqlType.parse("varchar(20)"), true).withDefault(Optional.of("'x'"))),
                Optional.of(PrimaryKey.of("orders_pkey", List.of("id"))));
        Declarations declarations = new Declarations(
                List.of(new ColumnRename(table.name(), "remark", "note")), List.of(), List.of(), List.of(), List.of());
        assertEquals("""
                {
                  "format": 1,
                  "tables": [
                    {
                      "table": "shop.orders",
                      "columns": [
                        {"name": "id", "type": "bigint", "notNull": true},
                        {"name": "note", "type": "character varying(20)", "default": "'x'"}
                      ],
                      "primaryKey": {"name": "orders_pkey", "columns": ["id"]}
                    }
                  ],
                  "declarations": {
                    "columnRenames": [
                      {"table": "shop.orders", "from": "remark", "to": "note"}
                    ]
                  }
                }
                """, ModelJson.write(new Model(new Schema(List.of(table), List.of()), declarations)));
    }

    @Test
    void everyFacetComesBack() {
        for (int seed = 0; seed < 300; seed++) {
            Model model = new RandomModel(new Random(seed)).model();
            String json = ModelJson.write(model);
            assertEquals(model, ModelJson.read(json, "seed " + seed), "seed " + seed);
            assertEquals(json, ModelJson.write(ModelJson.read(json, "again")));
        }
    }

    @Test
    void aFingerprintDependsOnTheSchemaOnly() {
        Table table = Table.of(T, List.of(Column.of("id", SqlType.parse("bigint"), false)), Optional.empty());
        Schema schema = new Schema(List.of(table), List.of());
        assertTrue(Fingerprint.of(schema).matches("[0-9a-f]{16}"));
        assertEquals(Fingerprint.of(schema), Fingerprint.of(new Schema(List.of(table), List.of())));
        assertNotEquals(Fingerprint.of(schema), Fingerprint.of(Schema.EMPTY));
        assertNotEquals(
                Fingerprint.of(schema),
                Fingerprint.of(schema.editTable(T, t -> t.withComment(Optional.of("a comment")))));
    }

    @Test
    void errorsNamePlaceLineAndFact() {
        assertError("JSN02", "m.json: this is no JSON object", "[]");
        assertError("JSN03", "m.json: this is no model file", "{}");
        assertError("JSN03", "m.json: format 2 is not format 1", "{\"format\": 2}");
        assertError("JSN02", "m.json:1:1: 'format' is not a whole number", "{\"format\": \"1\"}");
        assertError(
                "JSN02", "m.json:1:1: unknown member 'news', 'tabels'", "{\"format\": 1, \"tabels\": [], \"news\": 1}");
        assertError("JSN02", "m.json:3:2: member 'table' is missing", "{\"format\": 1, \"tables\":\n[\n {}]}");
        assertError("JSN02", "m.json:2:13: member 'type' is missing", column("{\"name\": \"a\"}"));
        assertError("JSN02", "m.json:2:13: not a type: ''", column("{\"name\": \"a\", \"type\": \"\"}"));
        assertError(
                "JSN02",
                "m.json:2:13: unknown member 'nulable'",
                column("{\"name\": \"a\", \"type\": \"text\", \"nulable\": true}"));
        assertError(
                "JSN02",
                "m.json:2:13: 'notNull' is not true or false",
                column("{\"name\": \"a\", \"type\": \"text\", \"notNull\": \"yes\"}"));
        assertError(
                "JSN02",
                "has 2 of default, identity and generation expression",
                column(
                        "{\"name\": \"a\", \"type\": \"int\", \"default\": \"1\", \"identity\": {\"generated\": \"always\"}}"));
        assertError(
                "JSN02",
                "'generated' cannot be 'sometimes'",
                column("{\"name\": \"a\", \"type\": \"int\", \"identity\": {\"generated\": \"sometimes\"}}"));
        assertError("JSN02", "'columns' holds the string 'a'", column("\"a\""));
    }

    private static String column(String json) {
        return "{\"format\": 1, \"tables\": [{\"table\": \"t\",\n\"columns\": [" + json + "]}]}";
    }

    private static void assertError(String code, String fact, String json) {
        MigratableException e = assertThrows(MigratableException.class, () -> ModelJson.read(json, "m.json"));
        assertEquals(code, e.code(), e.line());
        assertTrue(e.getMessage().startsWith("m.json"), e.line());
        assertTrue(e.getMessage().contains(fact), e.line());
        assertEquals(1, e.line().lines().count(), e.line());
    }

    /** Models in which every facet is sometimes there and sometimes not. */
    private record RandomModel(Random random) {

        private static final List<String> NAMES = List.of(
                "a", "B c", "d.e", "\"quoted\"", "it's", "ünï💥", "select", "new\nline", "\\", "x__parked_0001", "{}");

        Model model() {
            List<Table> tables = new ArrayList<>();
            List<Sequence> sequences = new ArrayList<>();
            List<EnumType> enumTypes = new ArrayList<>();
            List<CompositeType> compositeTypes = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                tables.add(table(new QualifiedName(pick(NAMES), "t" + i + pick(NAMES))));
                SqlType type = SqlType.parse(pick(List.of("smallint", "integer", "bigint")));
                QualifiedName name = new QualifiedName(pick(List.of("public", "s.1")), "q" + i + pick(NAMES));
                sequences.add(new Sequence(name, type, options(type), maybe(new ColumnName(name(), pick(NAMES))))
                        .withUnlogged(maybe(random.nextBoolean())));
                enumTypes.add(new EnumType(
                        new QualifiedName(pick(List.of("public", "s.1")), "e" + i + pick(NAMES)),
                        NAMES.subList(0, random.nextInt(NAMES.size()))));
                compositeTypes.add(new CompositeType(
                        new QualifiedName(pick(List.of("public", "s.1")), "c" + i + pick(NAMES)),
                        NAMES.subList(0, random.nextInt(NAMES.size())).stream()
                                .map(attribute -> new CompositeAttribute(attribute, type, maybe(pick(NAMES))))
                                .toList()));
            }
            Schema schema = new Schema(tables, sequences, enumTypes, compositeTypes);
            return new Model(schema, random.nextBoolean() ? Declarations.NONE : declarations());
        }

        private Declarations declarations() {
            return new Declarations(
                    some(new ColumnRename(name(), pick(NAMES), pick(NAMES), pick(List.of(RenameStrategy.values())))),
                    some(new TableRename(name(), name())),
                    some(new Retirement(name(), maybe(pick(NAMES)))),
                    some(new Backfill(new ColumnName(name(), pick(NAMES)), pick(NAMES), some(pick(NAMES)))),
                    some(new AcceptedRisk(name(), maybe(pick(NAMES)), "MIG204", pick(NAMES))));
        }

        private Table table(QualifiedName name) {
            List<Column> columns = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                columns.add(column("c" + i + pick(NAMES)));
            }
            return new Table(
                    name,
                    columns,
                    maybe(new PrimaryKey("pk" + pick(NAMES), list(), some(pick(NAMES)), deferrability())),
                    some(new UniqueConstraint(
                            pick(NAMES), list(), some(pick(NAMES)), random.nextBoolean(), deferrability())),
                    some(foreignKey()),
                    some(new CheckConstraint(pick(NAMES), pick(NAMES), random.nextBoolean())),
                    some(new ExclusionConstraint(pick(NAMES), pick(NAMES))),
                    some(index()),
                    maybe(pick(NAMES)),
                    new TableOptions(random.nextBoolean(), maybe(pick(NAMES)), maybe(name()), maybe(pick(NAMES))));
        }

        private Column column(String name) {
            SqlType type = pick(List.of(
                    SqlType.parse("bigint"),
                    SqlType.parse("integer"),
                    SqlType.parse("timestamp(3) with time zone"),
                    SqlType.parse("interval day to second(3)"),
                    SqlType.parse("numeric(10,2)[]"),
                    SqlType.parse("public.geometry(Point,4326)"),
                    SqlType.parse("public.\"Odd(type)[\"(1)[]"),
                    SqlType.parse("\"char\""),
                    new SqlType("character", List.of(), 0),
                    new SqlType("weird (name", List.of("a)b", ""), 3)));
            int source = random.nextInt(4);
            return new Column(
                    name,
                    type,
                    random.nextBoolean(),
                    source == 1 ? Optional.of(pick(NAMES)) : Optional.empty(),
                    source == 2 ? Optional.of(new Identity(random.nextBoolean(), options(type))) : Optional.empty(),
                    source == 3 ? Optional.of(new Generated(pick(NAMES), random.nextBoolean())) : Optional.empty(),
                    maybe(pick(NAMES)),
                    maybe(pick(NAMES)));
        }

        private SequenceOptions options(SqlType type) {
            return pick(List.of(
                    SequenceOptions.defaults(type),
                    SequenceOptions.ascending(type, 10, 50),
                    SequenceOptions.ascending(type, -5, 1),
                    new SequenceOptions(-1, -1, Long.MIN_VALUE, -1, 1, false),
                    new SequenceOptions(5, 2, 1, 100, 20, true)));
        }

        private ForeignKey foreignKey() {
            return new ForeignKey(
                    pick(NAMES),
                    List.of(pick(NAMES), "z"),
                    name(),
                    List.of(pick(NAMES), "z"),
                    pick(List.of(ReferentialAction.values())),
                    pick(List.of(ReferentialAction.values())),
                    random.nextBoolean(),
                    deferrability(),
                    random.nextBoolean());
        }

        private Index index() {
            return new Index(
                    pick(NAMES),
                    random.nextBoolean(),
                    pick(List.of("btree", "gin")),
                    List.of(
                            IndexKey.column(pick(NAMES)),
                            new IndexKey(
                                    pick(NAMES),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    maybe(pick(NAMES)),
                                    maybe(pick(NAMES)))),
                    some(pick(NAMES)),
                    maybe(pick(NAMES)),
                    random.nextBoolean(),
                    random.nextBoolean());
        }

        private Deferrability deferrability() {
            return pick(List.of(Deferrability.values()));
        }

        private QualifiedName name() {
            return new QualifiedName(pick(List.of("public", "s", "s.t", "S T")), pick(NAMES));
        }

        private List<String> list() {
            return Stream.of(pick(NAMES), pick(NAMES)).toList();
        }

        private <T> List<T> some(T item) {
            return random.nextBoolean() ? List.of() : List.of(item);
        }

        private <T> Optional<T> maybe(T item) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(item);
        }

        private <T> T pick(List<T> items) {
            return items.get(random.nextInt(items.size()));
        }
    }
}
