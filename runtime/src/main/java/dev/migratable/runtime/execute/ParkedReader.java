package dev.migratable.runtime.execute;

import dev.migratable.runtime.execute.Parked.Kind;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.PurgeSql;
import dev.migratable.runtime.sql.WrittenSql;
import dev.migratable.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Finds what is parked in a database: what has such a name, and which change set of which migration says that it gave it
 * that name. Both must agree before anything is dropped.
 */
final class ParkedReader {

    /** The change set that parked something. */
    record Origin(String migration, ChangeSetName changeSet) {}

    private final Map<String, Origin> columns = new HashMap<>();
    private final Map<String, Origin> relations = new HashMap<>();

    /** Columns parked before the rollout, and the migrations that did so; their contracts let go of them. */
    private final Map<String, String> swapped = new HashMap<>();

    private ParkedReader() {}

    /** Something parked, and where it comes from; empty where no change set that ran says so. */
    record Found(Parked parked, Optional<Origin> origin) {}

    /**
     * Finds all that is parked.
     *
     * @param ran the change sets that ran
     */
    static List<Found> read(Connection connection, List<MigrationPlan> plans, List<ChangeSetName> ran)
            throws SQLException {
        ParkedReader reader = new ParkedReader();
        PlanIndex index = new PlanIndex(plans);
        for (ChangeSetName changeSet : ran) {
            index.step(changeSet)
                    .filter(step -> step instanceof DdlStep)
                    .ifPresent(step -> reader.learn(changeSet, (DdlStep) step));
        }
        List<Found> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(PurgeSql.NAMED_PARKED)) {
            while (result.next()) {
                found.add(reader.found(
                        Kind.valueOf(result.getString(1).toUpperCase(Locale.ROOT)),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4)));
            }
        }
        return found;
    }

    /** Follows tables that were renamed since: their parked columns went along. */
    private void learn(ChangeSetName changeSet, DdlStep step) {
        boolean contract = step.header().phase() == Phase.CONTRACT;
        Origin origin = new Origin(changeSet.migration(), changeSet);
        for (String statement : step.statements()) {
            Matcher rename = WrittenSql.RENAME.matcher(statement);
            while (rename.find()) {
                String schema = WrittenSql.raw(rename.group("schema"));
                String relation = schema + "." + WrittenSql.raw(rename.group("relation"));
                String to = WrittenSql.raw(rename.group("to"));
                if (rename.group("from") != null) {
                    learnColumn(relation, WrittenSql.raw(rename.group("from")), to, contract, origin);
                } else if (contract && statement.contains(" SET SCHEMA " + BookkeepingSql.PARKED_SCHEMA)) {
                    relations.put(BookkeepingSql.PARKED_SCHEMA + "." + to, origin);
                } else if (!contract) {
                    moved(columns, relation + ".", schema + "." + to + ".");
                    moved(swapped, relation + ".", schema + "." + to + ".");
                }
            }
        }
        if (contract) {
            // Until the last of them, such a column is written for a rollback; so its retention counts from there.
            swapped.forEach((column, migration) -> {
                if (migration.equals(changeSet.migration())) {
                    columns.put(column, origin);
                }
            });
        }
    }

    private void learnColumn(String relation, String from, String to, boolean contract, Origin origin) {
        boolean swap = !contract && to.equals(Identifiers.parked(from, MigrationPlan.number(origin.migration())));
        if (contract || swap) {
            columns.put(relation + "." + to, origin);
        }
        if (swap) {
            swapped.put(relation + "." + to, origin.migration());
        }
    }

    private static <T> void moved(Map<String, T> columns, String from, String to) {
        for (Map.Entry<String, T> column : List.copyOf(columns.entrySet())) {
            if (column.getKey().startsWith(from)) {
                columns.put(to + column.getKey().substring(from.length()), column.getValue());
            }
        }
    }

    private Found found(Kind kind, String schema, String table, String name) {
        boolean column = kind == Kind.COLUMN;
        Optional<Origin> origin = Optional.ofNullable(
                column ? columns.get(schema + "." + table + "." + name) : relations.get(schema + "." + name));
        Parked parked = new Parked(
                kind,
                new QualifiedName(schema, column ? table : name),
                column ? Optional.of(name) : Optional.empty(),
                origin.map(Origin::migration).orElse(""),
                "",
                List.of(),
                List.of());
        return new Found(parked, origin);
    }
}
