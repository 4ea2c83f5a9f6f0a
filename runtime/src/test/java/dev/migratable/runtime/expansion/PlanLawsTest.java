package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropSequence;
import dev.migratable.change.DropTable;
import dev.migratable.classify.Evidence;
import dev.migratable.diff.Canonical;
import dev.migratable.diff.RandomSchemas;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.sql.PlainDdl;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.AcceptedRisk;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plan from one live database to another one ends in the other one's catalog, and its rollback in the first one's.
 * Changes that are refused are counted by reason and left out, and the rest is planned again.
 *
 * <p>{@code -Dplan.laws=N -Dplan.seed=S} for more and other schemas than the few that every build tries.
 */
@PostgresTest
class PlanLawsTest {
    private static final long COUNT = Long.getLong("plan.laws", 3);
    private static final long FIRST_SEED = Long.getLong("plan.seed", 0);
    private static final String ID = "0001_drift";
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");

    private final TestDatabase database;
    private final Map<String, Integer> refused = new TreeMap<>();
    private int changes;
    private int skipped;

    @TempDir
    private Path directory = Path.of("");

    PlanLawsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aDatabaseIsBroughtToAnotherOnesSchemaAndBack() {
        List<String> failures = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
            try {
                tryLaw(seed);
            } catch (Exception | AssertionError e) {
                if (COUNT == 1) {
                    throw new AssertionError("seed " + seed, e);
                }
                failures.add("-Dplan.seed=" + seed + " -Dplan.laws=1: " + e);
            }
        }
        int all = refused.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                Locale.ROOT,
                "plan laws: %d pairs, %d left out, %d changes, %d refused%n",
                COUNT,
                skipped,
                changes,
                all);
        refused.forEach((reason, count) -> System.out.printf(Locale.ROOT, "  %4d %s%n", count, reason));
        assertEquals("", String.join("\n", failures));
        assertTrue(all * 4 < changes, () -> refused.toString());
    }

    private void tryLaw(long seed) throws Exception {
        RandomSchemas random = RandomSchemas.drifting(seed, database.serverVersion());
        Schema from = random.next();
        Schema to = random.next();
        Schema wanted = create(to);
        Schema start = create(from);
        MigrationOf migration = plan(start, wanted);
        if (!migration.to().equals(wanted)) {
            Optional<Schema> less = tryCreate(migration.to());
            if (less.isEmpty()) {
                return;
            }
            wanted = less.get();
            start = create(from);
            migration = plan(start, wanted);
        }
        Path changelog = directory.resolve("seed" + seed);
        ChangelogWriter.write(changelog, migration.result().plan().orElseThrow());
        apply(changelog);
        Model model = new Model(wanted, Declarations.NONE);
        Schema end = read();
        assertEquals(List.of(), SchemaDiffer.diff(end, model), "the difference is gone");
        assertSame(wanted, end, "the catalog is as it was to be");
        rollback(changelog);
        Schema back = withoutAddedValues(read(), start);
        assertEquals(List.of(), SchemaDiffer.diff(back, new Model(start, Declarations.NONE)), "undone");
        assertSame(start, back, "the catalog is as it was");
    }

    /** No rollback takes a value out of a type. */
    private static Schema withoutAddedValues(Schema back, Schema start) {
        return back.withEnumTypes(back.enumTypes().stream()
                .map(type -> type.withLabels(type.labels().stream()
                        .filter(label -> start.enumType(type.name())
                                .filter(t -> !t.labels().contains(label))
                                .isEmpty())
                        .toList()))
                .toList());
    }

    /** A plan and the schema it leads to. */
    private record MigrationOf(Schema to, PlanResult result) {}

    /** Plans what is planned; leaves out of the desired schema what is refused. */
    private MigrationOf plan(Schema from, Schema to) {
        Schema desired = to;
        for (int round = 0; ; round++) {
            Model model = new Model(desired, declarations(from, desired));
            PlanResult result = Planner.plan(new PlanRequest(
                    ID, from, model, Generator.judge(from, model, Evidence.NONE, database.serverVersion()), List.of()));
            List<Change> all = SchemaDiffer.diff(from, model);
            if (round == 0) {
                changes += all.size();
            }
            if (result.plan().isPresent()) {
                return new MigrationOf(desired, result);
            }
            assertTrue(round < 9, () -> "refused again and again: " + result.refusals());
            for (Refusal refusal : result.refusals()) {
                Change change = all.stream()
                        .filter(c -> c.description().equals(refusal.change()))
                        .findFirst()
                        .orElseThrow();
                String reason = change.getClass().getSimpleName() + ": " + refusal.reason();
                refused.merge(reason.replaceAll("\\b([tcs]\\d|public)\\b", "…"), 1, Integer::sum);
                desired = left(desired, from, change.table());
            }
        }
    }

    /** Leaves a table or sequence as it is, but for foreign keys to what goes. */
    private static Schema left(Schema desired, Schema from, QualifiedName name) {
        Optional<Table> table = from.table(name).map(t -> t.withForeignKeys(List.of()));
        List<Table> tables = desired.tables().stream()
                .flatMap(t -> t.name().equals(name) ? table.stream() : Stream.of(t))
                .map(t -> t.withForeignKeys(t.foreignKeys().stream()
                        .filter(f -> !f.referencedTable().equals(name))
                        .toList()))
                .toList();
        List<Sequence> sequences = Stream.concat(
                        desired.sequences().stream().filter(s -> !s.name().equals(name)),
                        from.sequences().stream().filter(s -> s.name().equals(name)))
                .toList();
        boolean dropped = table.isPresent() && desired.table(name).isEmpty();
        List<EnumType> enumTypes = Stream.concat(
                        desired.enumTypes().stream(),
                        from.enumTypes().stream()
                                .filter(t -> desired.enumType(t.name()).isEmpty()))
                .toList();
        List<CompositeType> compositeTypes = Stream.concat(
                        desired.compositeTypes().stream(),
                        from.compositeTypes().stream()
                                .filter(t -> desired.compositeType(t.name()).isEmpty()))
                .toList();
        return new Schema(
                dropped ? Stream.concat(tables.stream(), table.stream()).toList() : tables,
                sequences,
                enumTypes,
                compositeTypes);
    }

    /** All that goes is retired, and whatever needs a value is given one. */
    private static Declarations declarations(Schema from, Schema to) {
        List<Retirement> retired = new ArrayList<>();
        List<Backfill> backfills = new ArrayList<>();
        List<AcceptedRisk> accepted = new ArrayList<>();
        for (Change change : SchemaDiffer.diff(from, new Model(to, Declarations.NONE))) {
            if (change instanceof DropTable drop) {
                retired.add(new Retirement(drop.table(), Optional.empty()));
            } else if (change instanceof DropSequence) {
                retired.add(new Retirement(change.table(), Optional.empty()));
            } else if (change instanceof DropColumn drop) {
                retired.add(
                        new Retirement(drop.table(), Optional.of(drop.column().name())));
            } else if (change instanceof ChangePersistence) {
                Stream.of("MIG105", "MIG310")
                        .map(rule -> new AcceptedRisk(change.table(), Optional.empty(), rule, "nothing is in it"))
                        .forEach(accepted::add);
            } else if (change instanceof ChangeGenerated
                    || change instanceof AddColumn add
                            && add.column().generated().isPresent()) {
                accepted.add(rewrite(change));
            } else if (change instanceof AddColumn add && !add.column().mayBeOmitted()) {
                backfills.add(new Backfill(
                        new ColumnName(add.table(), add.column().name()), value(add.column()), Optional.empty()));
            }
        }
        return new Declarations(List.of(), List.of(), retired, backfills, accepted);
    }

    private static AcceptedRisk rewrite(Change change) {
        String column = change instanceof ChangeGenerated generated
                ? generated.column()
                : ((AddColumn) change).column().name();
        return new AcceptedRisk(change.table(), Optional.of(column), "MIG306", "nothing is in it");
    }

    private static String value(Column column) {
        return switch (column.type().name()) {
            case "uuid" -> "'00000000-0000-0000-0000-000000000001'::uuid";
            case "boolean" -> "true";
            case "text", "character varying", "bytea" -> "'a'";
            case "jsonb" -> "'{}'";
            case "date", "timestamp without time zone", "timestamp with time zone" -> "'2021-01-01'";
            default -> column.type().isArray() ? "'{1}'" : "1";
        };
    }

    private void apply(Path changelog) {
        ApplyReport report = Migrator.builder(database.dataSource())
                .changelog(changelog)
                .build()
                .apply(EnumSet.allOf(PhaseGroup.class), Optional.of("test"), OUR_SESSIONS);
        assertEquals(List.of(), report.closedGates());
    }

    private void rollback(Path changelog) {
        ApplyReport report = Migrator.builder(database.dataSource())
                .changelog(changelog)
                .build()
                .rollback(RollbackRequest.toStart().ignoring(OUR_SESSIONS));
        assertEquals(List.of(), report.closedGates());
    }

    /** What is left may be nothing that a server accepts. */
    private Optional<Schema> tryCreate(Schema schema) {
        try {
            return Optional.of(create(schema));
        } catch (SQLException e) {
            skipped++;
            return Optional.empty();
        }
    }

    private Schema create(Schema schema) throws SQLException {
        database.execute("DROP SCHEMA IF EXISTS migratable, migratable_parked, public CASCADE", "CREATE SCHEMA public");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql :
                    PlainDdl.of(Schema.EMPTY, SchemaDiffer.diff(Schema.EMPTY, new Model(schema, Declarations.NONE)))) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + " in: " + sql, e);
                }
            }
        }
        return read();
    }

    private Schema read() throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    private static void assertSame(Schema wanted, Schema schema, String what) {
        List<String> less = new ArrayList<>(Canonical.of(wanted));
        List<String> more = new ArrayList<>(Canonical.of(schema));
        Canonical.of(schema).forEach(less::remove);
        Canonical.of(wanted).forEach(more::remove);
        // A list of values is spelt in another way once it is written again; the differ has compared it.
        less.removeIf(line -> line.contains("ANY ("));
        more.removeIf(line -> line.contains("ANY ("));
        assertEquals("", String.join("\n", less), what + ": missing");
        assertEquals("", String.join("\n", more), what + ": too much");
    }
}
