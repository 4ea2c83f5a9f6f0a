package dev.migratable.diff;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeColumns;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.SqlTokens;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Divides the changes from a live database to an annotated model: what goes only because the model does not speak of
 * it (somebody else's table, an index of the DBA, a column's comment) is left over and is never executed.
 *
 * <p>A thing goes when the model retired it, or when the model puts something else in its place: a constraint or index
 * of the same name or on the same columns.
 */
public final class OwnedScope {

    /**
     * The two parts, each in the order of the list.
     *
     * @param changes what the model asks for
     * @param leftovers drops of what the model does not speak of
     */
    public record Result(List<Change> changes, List<Change> leftovers) {

        /** Copies the lists. */
        public Result {
            changes = List.copyOf(changes);
            leftovers = List.copyOf(leftovers);
        }
    }

    private OwnedScope() {}

    /** Divides the changes that lead from a live database to a model. */
    public static Result split(List<Change> changes, Model desired) {
        Objects.requireNonNull(desired, "desired");
        LeftoverVisitor visitor = new LeftoverVisitor(desired, replacements(changes, desired));
        List<Change> owned = new ArrayList<>();
        List<Change> leftovers = new ArrayList<>();
        for (Change change : changes) {
            (change.accept(visitor) ? leftovers : owned).add(change);
        }
        return new Result(owned, leftovers);
    }

    private static Set<Object> replacements(List<Change> changes, Model desired) {
        Set<Object> keys = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof AddPrimaryKey add) {
                keys.add(List.of(add.table(), "primary key"));
            } else if (change instanceof AddUnique add) {
                keys.add(named(add, add.constraint().name()));
                keys.add(onColumns(add, add.constraint().columns()));
            } else if (change instanceof CreateIndex create) {
                // It may have got another name because this one is still in use.
                desired.schema().table(create.table()).stream()
                        .flatMap(table -> table.indexes().stream())
                        .filter(index -> index.withName(create.index().name()).equals(create.index()))
                        .forEach(index -> keys.add(named(create, index.name())));
                keys.add(onColumns(create, ChangeColumns.of(create)));
            } else if (change instanceof AddForeignKey add) {
                keys.add(named(add, add.foreignKey().name()));
                keys.add(List.of(
                        add.table(), "foreign key", Set.copyOf(add.foreignKey().columns())));
            } else if (change instanceof AddCheck add) {
                keys.add(named(add, add.constraint().name()));
                keys.add(
                        List.of(add.table(), "check", mentioned(add.constraint().expression())));
            } else {
                column(change, keys);
            }
        }
        return keys;
    }

    private static void column(Change change, Set<Object> keys) {
        if (change instanceof ChangeColumnType type) {
            keys.add(new ColumnName(type.table(), type.column()));
        } else if (change instanceof ChangeIdentity identity && identity.to().isPresent()) {
            keys.add(new ColumnName(identity.table(), identity.column()));
        } else if (change instanceof ChangeDefault value && value.to().isPresent()) {
            keys.add(new ColumnName(value.table(), value.column()));
        }
    }

    static Object named(Change change, String name) {
        return List.of(change.table(), "name", name);
    }

    static Object onColumns(Change change, List<String> columns) {
        return List.of(change.table(), "columns", Set.copyOf(columns));
    }

    static Set<String> mentioned(String expression) {
        return Set.copyOf(SqlTokens.columns(expression));
    }
}
