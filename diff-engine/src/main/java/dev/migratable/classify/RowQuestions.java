package dev.migratable.classify;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.SqlTokens;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what to ask the rows of a table about a change; nothing about a column that is not there yet. */
final class RowQuestions {

    private static final String ALL = "true";

    private final Schema current;
    private final OldNames oldNames;

    /**
     * Asks about a schema.
     *
     * @param current the schema as it is, but for its names, which are those of the changes
     * @param oldNames how they are called in the database
     */
    RowQuestions(Schema current, OldNames oldNames) {
        this.current = current;
        this.oldNames = oldNames;
    }

    /** Returns what finds the rows that make the change fail. */
    Optional<RowQuestion> failing(Change change) {
        Optional<Table> table = current.table(change.table());
        return table.flatMap(t -> failing(change, t));
    }

    /** Returns what finds the rows that lose something by the change. */
    Optional<RowQuestion> losing(Change change) {
        if (current.table(change.table()).isEmpty()) {
            return Optional.empty();
        }
        if (change instanceof DropTable) {
            return Optional.of(RowQuestion.rows(change.table(), ALL));
        }
        if (change instanceof DropColumn drop) {
            return Optional.of(
                    RowQuestion.rows(change.table(), Sql.name(drop.column().name()) + " IS NOT NULL"));
        }
        if (change instanceof ChangeColumnType type) {
            return TypeConditions.losing(Sql.name(type.column()), type.from(), type.to())
                    .map(condition -> RowQuestion.rows(change.table(), condition));
        }
        return Optional.empty();
    }

    private Optional<RowQuestion> failing(Change change, Table table) {
        if (change instanceof AddColumn add) {
            return add.column().mayBeOmitted() ? Optional.empty() : Optional.of(RowQuestion.rows(table.name(), ALL));
        }
        if (change instanceof SetNotNull set) {
            return ofColumns(table, List.of(set.column()), Sql.name(set.column()) + " IS NULL");
        }
        if (change instanceof AddCheck add && add.constraint().validated()) {
            return violating(table, add.constraint().expression());
        }
        if (change instanceof AddForeignKey add && add.foreignKey().validated()) {
            return orphans(table, add.foreignKey());
        }
        if (change instanceof ValidateConstraint validate) {
            return invalid(table, validate.constraint());
        }
        if (change instanceof ChangeColumnType type) {
            return TypeConditions.failing(Sql.name(type.column()), type.from(), type.to())
                    .flatMap(condition -> ofColumns(table, List.of(type.column()), condition));
        }
        return duplicates(change, table);
    }

    private Optional<RowQuestion> invalid(Table table, String constraint) {
        Optional<RowQuestion> check = table.checkConstraints().stream()
                .filter(c -> c.name().equals(constraint))
                .findFirst()
                .flatMap(c -> violating(table, c.expression()));
        Optional<RowQuestion> notNull = table.columns().stream()
                .filter(c -> c.settings().unproven().equals(Optional.of(constraint)))
                .findFirst()
                .flatMap(c -> ofColumns(table, List.of(c.name()), Sql.name(c.name()) + " IS NULL"));
        return check.or(() -> notNull)
                .or(() -> table.foreignKeys().stream()
                        .filter(f -> f.name().equals(constraint))
                        .findFirst()
                        .flatMap(f -> orphans(table, f)));
    }

    private static Optional<RowQuestion> violating(Table table, String expression) {
        return ofColumns(table, SqlTokens.columns(expression), "NOT (" + expression + ")");
    }

    private static Optional<RowQuestion> ofColumns(Table table, List<String> columns, String condition) {
        boolean known = columns.stream().allMatch(c -> table.column(c).isPresent());
        return known ? Optional.of(RowQuestion.rows(table.name(), condition)) : Optional.empty();
    }

    private Optional<RowQuestion> orphans(Table table, ForeignKey key) {
        QualifiedName parent = key.referencedTable();
        boolean known = key.referencedColumns().stream()
                .allMatch(c -> current.table(parent).flatMap(t -> t.column(c)).isPresent());
        if (!known) {
            return Optional.empty();
        }
        String match = join(
                " AND ",
                range(key),
                i -> "referenced."
                        + Sql.name(
                                oldNames.column(parent, key.referencedColumns().get(i))) + " = "
                        + Sql.alias(table.name()) + "." + Sql.name(key.columns().get(i)));
        String present = join(" AND ", range(key), i -> Sql.name(key.columns().get(i)) + " IS NOT NULL");
        String some = join(" OR ", range(key), i -> Sql.name(key.columns().get(i)) + " IS NOT NULL");
        String missing = Sql.template("no_counterpart")
                .with("parent", Sql.name(oldNames.table(parent)))
                .with("match", match)
                .text();
        String orphan = "(" + present + ") AND " + missing;
        String partial = " OR (" + some + ") AND NOT (" + present + ")";
        return ofColumns(table, key.columns(), key.matchFull() ? orphan + partial : orphan);
    }

    private static List<Integer> range(ForeignKey key) {
        return java.util.stream.IntStream.range(0, key.columns().size()).boxed().toList();
    }

    private static <T> String join(String separator, List<T> items, java.util.function.Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(separator));
    }

    private static Optional<RowQuestion> duplicates(Change change, Table table) {
        if (change instanceof AddPrimaryKey add) {
            return keys(table, add.primaryKey().columns(), false, true);
        }
        if (change instanceof AddUnique add) {
            return keys(table, add.constraint().columns(), add.constraint().nullsNotDistinct(), false);
        }
        if (change instanceof CreateIndex create && create.index().unique()) {
            return keys(table, create.index());
        }
        return Optional.empty();
    }

    private static Optional<RowQuestion> keys(
            Table table, List<String> columns, boolean nullsCollide, boolean nullsFail) {
        if (!columns.stream().allMatch(c -> table.column(c).isPresent())) {
            return Optional.empty();
        }
        List<String> keys = columns.stream().map(Sql::name).toList();
        String condition = nullsCollide ? ALL : join(" AND ", keys, k -> k + " IS NOT NULL");
        return Optional.of(new RowQuestion(table.name(), condition, keys, nullsFail));
    }

    private static Optional<RowQuestion> keys(Table table, Index index) {
        List<String> columns = index.keys().stream()
                .flatMap(k -> k.expression() ? SqlTokens.columns(k.text()).stream() : List.of(k.text()).stream())
                .toList();
        List<String> named = index.predicate().map(SqlTokens::columns).orElse(List.of());
        if (!columns.stream().allMatch(c -> table.column(c).isPresent())
                || !named.stream().allMatch(c -> table.column(c).isPresent())) {
            return Optional.empty();
        }
        List<String> keys = index.keys().stream().map(RowQuestions::key).toList();
        String present = index.nullsNotDistinct() ? ALL : join(" AND ", keys, k -> k + " IS NOT NULL");
        String condition =
                index.predicate().map(p -> "(" + p + ") AND " + present).orElse(present);
        return Optional.of(new RowQuestion(table.name(), condition, keys, false));
    }

    private static String key(IndexKey key) {
        return key.expression() ? "(" + key.text() + ")" : Sql.name(key.text());
    }
}
