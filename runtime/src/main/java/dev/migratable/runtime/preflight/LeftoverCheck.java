package dev.migratable.runtime.preflight;

import dev.migratable.runtime.sql.PreflightSql;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.runtime.sql.StatementReader;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds invalid indexes and constraints that were never checked, which somebody has left behind. */
final class LeftoverCheck implements PreflightCheck {

    private record Unvalidated(QualifiedName table, String name, Optional<String> check) {}

    private final RowCounter counter;

    LeftoverCheck(RowCounter counter) {
        this.counter = counter;
    }

    @Override
    public String subject() {
        return "leftovers";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        List<PreflightFinding> findings = new ArrayList<>(indexes(database, scope));
        for (QualifiedName table : scope.wantedTables()) {
            findings.addAll(constraints(database, scope, table));
        }
        return findings;
    }

    private static List<PreflightFinding> indexes(PreflightDatabase database, PreflightScope scope)
            throws SQLException {
        StatementReader statements = scope.statements();
        return database.rows(
                PreflightSql.INVALID_INDEXES,
                row -> {
                    QualifiedName index = new QualifiedName(row.getString(2), row.getString(3));
                    boolean ours = statements.createdIndexes().contains(index);
                    return PreflightFinding.warning(
                            "PRE11",
                            PreflightDatabase.display(row.getString(1)),
                            "the index " + index.display() + " is invalid: a build of it failed, and every write keeps"
                                    + " paying for it",
                            ours
                                    ? "Nothing: the migration drops it and builds it anew"
                                    : "DROP INDEX CONCURRENTLY " + Sql.name(index)
                                            + ", or REINDEX INDEX CONCURRENTLY where it is wanted");
                },
                PreflightDatabase.texts(scope.wantedTables()));
    }

    private List<PreflightFinding> constraints(PreflightDatabase database, PreflightScope scope, QualifiedName table)
            throws SQLException {
        List<Unvalidated> found = database.rows(
                PreflightSql.UNVALIDATED,
                row -> new Unvalidated(table, row.getString(2), Optional.ofNullable(row.getString(3))),
                List.of(PreflightSql.text(table)));
        List<PreflightFinding> findings = new ArrayList<>();
        for (Unvalidated constraint : found) {
            if (!scope.statements().addedConstraints().contains(new ColumnName(table, constraint.name()))) {
                findings.add(finding(scope, constraint));
            }
        }
        return findings;
    }

    private PreflightFinding finding(PreflightScope scope, Unvalidated constraint) throws SQLException {
        String place = constraint.table().display();
        String name = Sql.identifier(constraint.name());
        String validate = "ALTER TABLE " + Sql.name(constraint.table()) + " VALIDATE CONSTRAINT " + name;
        if (constraint.check().isPresent() && scope.backfilledTables().contains(constraint.table())) {
            RowCounter.Count count =
                    counter.count(constraint.table(), "(" + constraint.check().get() + ") IS FALSE", List.of());
            if (count.rows() > 0) {
                return PreflightFinding.error(
                        "PRE12",
                        place,
                        count.words() + " violate the check " + name
                                + ", which is NOT VALID and refuses every change of such a row, the backfill's, too",
                        "Correct these rows, or drop the check, then " + validate);
            }
        }
        return PreflightFinding.warning(
                "PRE12",
                place,
                "the constraint " + name + " is NOT VALID: existing rows may violate it",
                "Correct such rows, then " + validate);
    }
}
