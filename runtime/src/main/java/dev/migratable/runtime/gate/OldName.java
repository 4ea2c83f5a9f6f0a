package dev.migratable.runtime.gate;

import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.sql.WrittenSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A name that a contract takes away.
 *
 * @param table the name of the table it belongs to, or of a table itself
 * @param column the column; empty where the table's name goes
 * @param present names by which a statement shows that it was written for the new model
 */
record OldName(String table, Optional<String> column, List<String> present) {

    /** Returns the names that the contract of a plan takes away. */
    static List<OldName> of(MigrationPlan plan) {
        List<OldName> names = new ArrayList<>();
        for (Step step : plan.steps()) {
            for (String statement : statements(step)) {
                boolean contract = step.header().phase() == Phase.CONTRACT;
                renamed(names, plan, step, statement, contract);
                if (contract) {
                    views(names, step, statement);
                }
            }
        }
        return names.stream().distinct().toList();
    }

    private static List<String> statements(Step step) {
        if (step instanceof DdlStep ddl) {
            return ddl.statements();
        }
        return step instanceof ConcurrentIndexStep index ? index.statements() : List.of();
    }

    /**
     * A column or table is parked behind the gate; a column behind a view got its new name before it, while its table had
     * another.
     */
    private static void renamed(
            List<OldName> names, MigrationPlan plan, Step step, String statement, boolean contract) {
        Matcher rename = WrittenSql.RENAME.matcher(statement);
        while (rename.find()) {
            String table = step.header().table().name();
            boolean behindView = !WrittenSql.raw(rename.group("relation")).equals(table);
            if (rename.group("from") == null) {
                if (contract && !behindView) {
                    names.add(new OldName(table, Optional.empty(), List.of()));
                }
            } else if (contract != behindView) {
                List<String> present = behindView ? List.of(WrittenSql.raw(rename.group("to"))) : written(plan, table);
                names.add(new OldName(table, Optional.of(WrittenSql.raw(rename.group("from"))), present));
            }
        }
    }

    private static void views(List<OldName> names, Step step, String statement) {
        Matcher drop = WrittenSql.DROP_VIEW.matcher(statement);
        String table = step.header().table().name();
        if (drop.find() && !WrittenSql.raw(drop.group("view")).equals(table)) {
            names.add(new OldName(WrittenSql.raw(drop.group("view")), Optional.empty(), List.of(table)));
        }
    }

    private static List<String> written(MigrationPlan plan, String table) {
        return plan.steps().stream()
                .filter(step -> step.header().phase() == Phase.BACKFILL && step instanceof BackfillStep)
                .map(step -> ((BackfillStep) step).spec())
                .filter(spec -> spec.table().name().equals(table))
                .flatMap(spec -> spec.assignments().stream())
                .map(Assignment::column)
                .toList();
    }
}
