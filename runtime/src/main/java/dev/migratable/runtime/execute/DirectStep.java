package dev.migratable.runtime.execute;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.VerifyStep;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.RunnerSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Executes one step on a developer's database, where no other version of the application runs: a step behind the gate
 * needs no gate, and a backfill of the few rows there needs no workers. Rows are verified all the same.
 */
final class DirectStep implements Step.Visitor<DirectStep.Work> {

    /** What is done on the connection. */
    interface Work {
        void run(Connection connection) throws SQLException;
    }

    private static final DirectStep VISITOR = new DirectStep();

    private DirectStep() {}

    /**
     * Executes a step and makes sure that its effect is there.
     *
     * @param connection a connection in autocommit mode
     * @throws SQLException where the server refuses, or something else is there in the place of the effect
     */
    static void execute(Connection connection, Step step) throws SQLException {
        if (step instanceof DdlStep && step.header().table().schema().equals(BookkeepingSql.SCHEMA)) {
            return; // No migration is entered: one that is generated later must find its number free.
        }
        step.accept(VISITOR).run(connection);
    }

    @Override
    public Work visit(DdlStep step) {
        return connection -> {
            connection.setAutoCommit(false);
            try {
                execute(connection, step.statements());
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            checkEffect(connection, step, step.effect());
        };
    }

    @Override
    public Work visit(ConcurrentIndexStep step) {
        return connection -> {
            execute(connection, step.statements());
            checkEffect(connection, step, step.effect());
        };
    }

    @Override
    public Work visit(BackfillStep step) {
        return connection -> execute(connection, List.of(BackfillSql.block(step.spec())));
    }

    @Override
    public Work visit(VerifyStep step) {
        return connection -> execute(connection, List.of(BackfillSql.verifyBlock(step.verifications())));
    }

    @Override
    public Work visit(GateStep step) {
        return connection -> execute(connection, List.of(BackfillSql.verifyBlock(step.verifications())));
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void checkEffect(Connection connection, Step step, String effect) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(RunnerSql.isTrue(effect))) {
            if (!result.next() || !result.getBoolean(1)) {
                throw new SQLException(
                        "something else is there where this step belongs: "
                                + step.header().purpose(),
                        "P0001");
            }
        }
    }
}
