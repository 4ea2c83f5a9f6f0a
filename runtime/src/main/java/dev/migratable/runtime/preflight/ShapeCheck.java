package dev.migratable.runtime.preflight;

import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.RunnerSql;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.runtime.sql.StatementReader;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds objects that bear the name of one to come but look different: a statement with {@code IF NOT EXISTS} would pass
 * over them, and the migration fail at its end.
 */
final class ShapeCheck implements PreflightCheck {

    /** Divides the tests of one effect; {@link CatalogTest#all} writes it. */
    private static final String AND = "\n    AND ";

    @Override
    public String subject() {
        return "objects of the migration's names";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        List<PreflightFinding> findings = new ArrayList<>();
        Set<ColumnName> gone = new HashSet<>();
        for (PendingStep step : scope.lookable()) {
            if (!step.wanted()) {
                continue;
            }
            StatementReader statements = new StatementReader(step.statements());
            gone.addAll(statements.droppedConstraints());
            for (QualifiedName table : statements.createdTables()) {
                compare(
                        database,
                        step,
                        "table " + table.display(),
                        CatalogTest.anyRelation(table),
                        Sql.regclass(table) + " ",
                        findings);
            }
            for (ColumnName column : statements.addedColumns()) {
                compare(
                        database,
                        step,
                        "column " + column.display(),
                        CatalogTest.column(column.table(), column.column()),
                        "attname = " + Sql.literal(column.column()) + " ",
                        findings);
            }
            for (QualifiedName index : statements.createdIndexes()) {
                compare(
                        database,
                        step,
                        "index " + index.display(),
                        CatalogTest.anyRelation(index) + " AND " + CatalogTest.not(CatalogTest.invalidIndex(index)),
                        "indexrelid = " + Sql.regclass(index) + " ",
                        findings);
            }
            for (ColumnName constraint : statements.addedConstraints()) {
                if (gone.contains(constraint)) {
                    continue; // a step before it drops the one that is there
                }
                compare(
                        database,
                        step,
                        "constraint " + constraint.display(),
                        CatalogTest.constraint(constraint.table(), constraint.column()),
                        "conname = " + Sql.literal(constraint.column()),
                        findings);
            }
        }
        return findings;
    }

    private static void compare(
            PreflightDatabase database,
            PendingStep step,
            String what,
            String exists,
            String mark,
            List<PreflightFinding> findings)
            throws SQLException {
        List<String> tests = List.of(step.effect().split(AND)).stream()
                .filter(test -> test.startsWith("EXISTS (") && test.contains(mark))
                .toList();
        if (!tests.isEmpty()
                && database.isTrue(RunnerSql.isTrue(exists))
                && !database.isTrue(RunnerSql.isTrue(String.join(AND, tests)))) {
            findings.add(PreflightFinding.error(
                    "PRE13",
                    step.place(),
                    "the " + what + " is there already and does not look as this step would make it",
                    "Rename or drop it, or give the new one another name"));
        }
    }
}
