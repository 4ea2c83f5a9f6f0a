package dev.migratable.catalog;

import dev.migratable.normalize.Parentheses;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.UniqueConstraint;
import java.sql.SQLException;
import java.util.Optional;

/** Makes constraints of the rows of {@code constraints.sql}. */
final class ConstraintInspector {

    private ConstraintInspector() {}

    static void add(Row row, TableDraft table) throws SQLException {
        String name = row.text("conname");
        if (row.flag("verbatim")) {
            table.exclusionConstraints.add(new ExclusionConstraint(name, row.text("definition")));
            return;
        }
        String kind = row.text("kind");
        switch (kind) {
            case "p" ->
                table.primaryKey = Optional.of(
                        new PrimaryKey(name, row.texts("columns"), row.texts("include"), deferrability(row)));
            case "u" ->
                table.uniqueConstraints.add(new UniqueConstraint(
                        name,
                        row.texts("columns"),
                        row.texts("include"),
                        row.flag("nulls_not_distinct"),
                        deferrability(row)));
            case "f" -> table.foreignKeys.add(foreignKey(name, row));
            case "c" ->
                table.checkConstraints.add(
                        new CheckConstraint(name, Parentheses.strip(row.text("expression")), row.flag("convalidated")));
            default -> throw new IllegalStateException("constraints.sql gives a constraint of kind " + kind);
        }
    }

    private static ForeignKey foreignKey(String name, Row row) throws SQLException {
        return new ForeignKey(
                name,
                row.texts("columns"),
                new QualifiedName(row.text("referenced_schema"), row.text("referenced_name")),
                row.texts("referenced_columns"),
                action(row.text("on_delete")),
                action(row.text("on_update")),
                row.flag("match_full"),
                deferrability(row),
                row.flag("convalidated"));
    }

    private static Deferrability deferrability(Row row) throws SQLException {
        if (!row.flag("condeferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.flag("condeferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "a" -> ReferentialAction.NO_ACTION;
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> throw new IllegalStateException("pg_constraint has the referential action " + code);
        };
    }
}
