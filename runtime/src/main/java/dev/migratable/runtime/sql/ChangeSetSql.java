package dev.migratable.runtime.sql;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.plan.VerifyStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The SQL of one change set: its step's statements with timeouts around them.
 *
 * @param preconditions Liquibase's precondition lines
 * @param inTransaction whether all statements run in one transaction
 * @param statements the statements without delimiters
 * @param rollback the statements of its rollback without delimiters
 */
public record ChangeSetSql(
        List<String> preconditions, boolean inTransaction, List<String> statements, List<String> rollback) {
    private static final String WAIT_SHORTLY = "SET LOCAL lock_timeout = '" + Sql.LOCK_TIMEOUT + "'";
    private static final String TAKE_YOUR_TIME = "SET LOCAL statement_timeout = 0";
    private static final String SESSION_TAKE_YOUR_TIME = "SET statement_timeout = 0";
    private static final List<String> RESET = List.of("RESET lock_timeout", "RESET statement_timeout");

    /** Copies the lists. */
    public ChangeSetSql {
        preconditions = List.copyOf(preconditions);
        statements = List.copyOf(statements);
        rollback = List.copyOf(rollback);
    }

    /** Returns the change set of a step of a migration. */
    public static ChangeSetSql of(String migration, Step step) {
        return step.accept(new StepVisitor(Objects.requireNonNull(migration, "migration")));
    }

    /** Returns what divides the statements: something that occurs in none of them. */
    public String delimiter() {
        StringBuilder delimiter = new StringBuilder(";;");
        while (contains(statements, delimiter) || contains(rollback, delimiter)) {
            delimiter.append(';');
        }
        return delimiter.toString();
    }

    private static boolean contains(List<String> texts, CharSequence part) {
        return texts.stream().anyMatch(t -> t.contains(part));
    }

    /** Renders each kind of step. */
    private record StepVisitor(String migration) implements Step.Visitor<ChangeSetSql> {
        @Override
        public ChangeSetSql visit(DdlStep step) {
            boolean scans = step.header().scans() || step.header().rewrites();
            List<String> rollback = step.rollback().isEmpty() ? List.of() : local(step.rollback(), true);
            return new ChangeSetSql(preconditions(step), true, local(step.statements(), scans), rollback);
        }

        @Override
        public ChangeSetSql visit(ConcurrentIndexStep step) {
            return new ChangeSetSql(preconditions(step), false, session(step.statements()), session(step.rollback()));
        }

        /** Behind the gate a backfill is there for the rollback: old columns get what was written since. */
        @Override
        public ChangeSetSql visit(BackfillStep step) {
            List<String> block = session(List.of(BackfillSql.block(step.spec())));
            boolean contract = step.header().phase() == Phase.CONTRACT;
            return new ChangeSetSql(preconditions(step), false, block, contract ? block : List.of());
        }

        @Override
        public ChangeSetSql visit(VerifyStep step) {
            List<String> check = local(List.of(BackfillSql.verifyBlock(step.verifications())), true);
            return new ChangeSetSql(preconditions(step), true, check, List.of());
        }

        @Override
        public ChangeSetSql visit(GateStep step) {
            List<String> conditions = new ArrayList<>();
            conditions.add("--preconditions onFail:CONTINUE onError:HALT");
            conditions.add(expecting(0, BookkeepingSql.countBlockers(migration)));
            for (Verification verification : step.verifications()) {
                conditions.add(expecting(0, oneLine(BackfillSql.violations(verification))));
            }
            return new ChangeSetSql(
                    conditions,
                    true,
                    local(List.of(BookkeepingSql.move(migration, "contracting", "expanded")), false),
                    local(List.of(BookkeepingSql.move(migration, "expanded", "contracting")), false));
        }

        /**
         * Nothing of the contract runs in an update whose gate stayed closed. The step that calls it contracted may have
         * done so and been killed before Liquibase noted that; it would otherwise be pending for ever.
         */
        private List<String> preconditions(Step step) {
            if (step.header().phase() != Phase.CONTRACT) {
                return List.of();
            }
            boolean last = step.header().table().schema().equals(BookkeepingSql.SCHEMA);
            String[] states = last ? new String[] {"contracting", "contracted"} : new String[] {"contracting"};
            return List.of(
                    "--preconditions onFail:CONTINUE onError:HALT",
                    expecting(1, BookkeepingSql.countInState(migration, states)));
        }

        private static String expecting(int result, String query) {
            return "--precondition-sql-check expectedResult:" + result + " " + query;
        }

        private static String oneLine(String sql) {
            return sql.replaceAll("\\s*\\R\\s*", " ");
        }

        private static List<String> local(List<String> statements, boolean slow) {
            List<String> result = new ArrayList<>();
            result.add(WAIT_SHORTLY);
            if (slow) {
                result.add(TAKE_YOUR_TIME);
            }
            result.addAll(statements);
            return result;
        }

        private static List<String> session(List<String> statements) {
            if (statements.isEmpty()) {
                return List.of();
            }
            List<String> result = new ArrayList<>(List.of(IndexSql.LOCK_QUICKLY, SESSION_TAKE_YOUR_TIME));
            result.addAll(statements);
            result.addAll(RESET);
            return result;
        }
    }
}
