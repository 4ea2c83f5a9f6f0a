package dev.migratable.runtime.liquibase;

import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.schema.MigratableException;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationFailedException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * Runs a changelog through Liquibase, one change set at a time, on a connection of ours.
 *
 * <p>It uses the parser, the validation, the execution and the bookkeeping of Liquibase, but not its commands: so
 * nothing is printed, and its lock row, which a killed process would leave behind, is never taken. The runner's own
 * advisory lock does that work. Works with Liquibase 4.33 and 5.0. Not safe for use by several threads.
 */
public final class LiquibaseRunner {

    /** The file of a changelog directory that includes the others. */
    public static final String ROOT = "db.changelog-root.yaml";

    private static final Map<String, Object> QUIET = Map.of(
            Scope.Attr.logService.name(),
            new LiquibaseLog(),
            Scope.Attr.ui.name(),
            new LiquibaseMessages(),
            "liquibase.analytics.enabled",
            false);

    private final Database database;
    private final DatabaseChangeLog changeLog;

    /** What running a change set came to. */
    public enum Outcome {
        /** It ran and is noted in DATABASECHANGELOG. */
        EXECUTED,
        /** Its precondition did not hold, and it waits for the next time. */
        SKIPPED
    }

    /** Something that is done when the statements of a change set have run. */
    public interface BeforeCommit {
        /**
         * Does it.
         *
         * @param connection the connection of the change set, in its transaction where it has one
         */
        void run(Connection connection) throws SQLException;
    }

    private LiquibaseRunner(Database database, DatabaseChangeLog changeLog) {
        this.database = database;
        this.changeLog = changeLog;
    }

    /**
     * Reads and checks a changelog, and creates Liquibase's table of change sets where it is missing.
     *
     * @param directory the directory that holds {@value #ROOT}
     * @param connection the connection to run on; it is not closed, and may be left with autocommit off
     * @throws MigratableException where the changelog cannot be read, or has been edited after it ran
     * @throws SQLException where the database refuses
     */
    public static LiquibaseRunner open(Path directory, Connection connection) throws SQLException {
        return open(directory, connection, true);
    }

    /**
     * Reads and checks a changelog without writing anything to the database.
     *
     * @throws MigratableException where the changelog cannot be read, or has been edited after it ran
     * @throws SQLException where the database refuses
     */
    public static LiquibaseRunner openToRead(Path directory, Connection connection) throws SQLException {
        return open(directory, connection, false);
    }

    /** Creates Liquibase's table of change sets where it is missing, for a changelog that was opened to read. */
    public void prepareToRun() throws SQLException {
        quietly("changelog", () -> {
            history(database).init();
            database.commit();
            return true;
        });
    }

    private static LiquibaseRunner open(Path directory, Connection connection, boolean createTable)
            throws SQLException {
        return quietly("changelog " + directory, () -> {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            DatabaseChangeLog changeLog = read(directory, database);
            if (createTable) {
                history(database).init();
            }
            changeLog.validate(database, new Contexts(), new LabelExpression());
            database.commit();
            return new LiquibaseRunner(database, changeLog);
        });
    }

    private static DatabaseChangeLog read(Path directory, Database database)
            throws LiquibaseException, FileNotFoundException {
        if (!directory.resolve(ROOT).toFile().isFile()) {
            throw new MigratableException(
                    "LIQ03",
                    directory + ": there is no " + ROOT
                            + ". Give the directory that the migrations were generated into.");
        }
        // Not closed: closing it would close the connection, which is not ours to close.
        @SuppressWarnings("resource")
        Liquibase liquibase = new Liquibase(ROOT, new DirectoryResourceAccessor(directory.toFile()), database);
        return liquibase.getDatabaseChangeLog();
    }

    /** Returns all change sets in the order in which they run. */
    public List<ChangeSetName> changeSets() {
        return changeLog.getChangeSets().stream().map(LiquibaseRunner::name).toList();
    }

    /** Returns the change sets that have not run yet, in order. */
    public List<ChangeSetName> pending() throws SQLException {
        return quietly("changelog", () -> {
            List<ChangeSetName> pending = new ArrayList<>();
            for (ChangeSet changeSet : changeLog.getChangeSets()) {
                if (database.getRunStatus(changeSet) == ChangeSet.RunStatus.NOT_RAN) {
                    pending.add(name(changeSet));
                }
            }
            database.commit();
            return pending;
        });
    }

    /** Returns the statements that a change set consists of, exactly as they are sent. */
    public List<String> statements(ChangeSetName name) throws SQLException {
        return quietly(name.toString(), () -> {
            List<String> statements = new ArrayList<>();
            for (Change change : find(name).getChanges()) {
                Sql[] sql = SqlGeneratorFactory.getInstance().generateSql(change, database);
                Arrays.stream(sql).map(Sql::toSql).forEach(statements::add);
            }
            return statements;
        });
    }

    /**
     * Runs a change set, if its precondition holds, and notes it as run.
     *
     * @throws SQLException where the database refuses a statement; what its transaction did is undone
     */
    public Outcome run(ChangeSetName name) throws SQLException {
        return run(name, connection -> {});
    }

    /**
     * Runs a change set as {@link #run(ChangeSetName)} does, and something else together with it.
     *
     * @param beforeCommit done after the change set's statements: in their transaction where they have one, so that
     *     either both take effect or none does, else right after them
     */
    public Outcome run(ChangeSetName name, BeforeCommit beforeCommit) throws SQLException {
        return quietly(name.toString(), () -> {
            AtomicBoolean ran = new AtomicBoolean();
            UpdateVisitor visitor = new UpdateVisitor(database, new RanListener(ran, beforeCommit));
            visitor.visit(find(name), changeLog, database, Set.of());
            return ran.get() ? Outcome.EXECUTED : Outcome.SKIPPED;
        });
    }

    /**
     * Notes a change set as run without running it, because what it does has been done otherwise.
     *
     * @param together done in the same transaction
     */
    public void noteRan(ChangeSetName name, BeforeCommit together) throws SQLException {
        quietly(name.toString(), () -> {
            Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
            connection.setAutoCommit(false);
            together.run(connection);
            database.markChangeSetExecStatus(find(name), ChangeSet.ExecType.EXECUTED);
            database.commit();
            return name;
        });
    }

    /** Returns the change sets of this changelog that have run, in the order in which they did. */
    public List<ChangeSetName> ran() throws SQLException {
        return quietly("changelog", () -> {
            Map<ChangeSetName, ChangeSet> known = new LinkedHashMap<>();
            changeLog.getChangeSets().forEach(c -> known.put(name(c), c));
            List<ChangeSetName> ran = new ArrayList<>();
            for (RanChangeSet row : database.getRanChangeSetList()) {
                for (Map.Entry<ChangeSetName, ChangeSet> changeSet : known.entrySet()) {
                    if (row.isSameAs(changeSet.getValue())) {
                        ran.add(changeSet.getKey());
                    }
                }
            }
            database.commit();
            return ran;
        });
    }

    /** Returns whether a change set says how it is undone; those of migrations do. */
    public boolean isReversible(ChangeSetName name) throws SQLException {
        return quietly(name.toString(), () -> find(name).supportsRollback(database));
    }

    /** Returns the statements that undo a change set, exactly as they are sent. */
    public List<String> rollbackStatements(ChangeSetName name) throws SQLException {
        return quietly(name.toString(), () -> {
            List<String> statements = new ArrayList<>();
            for (Change change : find(name).getRollback().getChanges()) {
                Sql[] sql = SqlGeneratorFactory.getInstance().generateSql(change, database);
                Arrays.stream(sql).map(Sql::toSql).forEach(statements::add);
            }
            return statements;
        });
    }

    /**
     * Undoes a change set that ran, and notes it as not run.
     *
     * @param beforeCommit is called last in the transaction that notes it
     * @throws SQLException where the database refuses a statement; what its transaction did is undone
     */
    public void rollback(ChangeSetName name, BeforeCommit beforeCommit) throws SQLException {
        quietly(name.toString(), () -> {
            ChangeSet changeSet = find(name);
            changeSet.rollback(database);
            database.removeRanStatus(changeSet);
            beforeCommit.run(((JdbcConnection) database.getConnection()).getUnderlyingConnection());
            database.commit();
            return name;
        });
    }

    private ChangeSet find(ChangeSetName name) {
        return changeLog.getChangeSets().stream()
                .filter(c -> name(c).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no change set " + name));
    }

    private static ChangeSetName name(ChangeSet changeSet) {
        return new ChangeSetName(changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor());
    }

    private static ChangeLogHistoryService history(Database database) {
        return Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database);
    }

    private interface Work<T> {
        T run() throws LiquibaseException, SQLException, FileNotFoundException;
    }

    /** Runs something in Liquibase with its mouth shut, and tells its errors in our words. */
    private static <T> T quietly(String place, Work<T> work) throws SQLException {
        try {
            return Scope.child(QUIET, work::run);
        } catch (ValidationFailedException e) {
            throw edited(place, e);
        } catch (UnexpectedLiquibaseException e) {
            // Liquibase's way to tell of a lost connection from where it declares no exception.
            throw DatabaseErrors.sqlCause(e).orElseThrow(() -> e);
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            Optional<SQLException> cause = DatabaseErrors.sqlCause(e);
            if (cause.isPresent()) {
                throw cause.get();
            }
            throw new MigratableException(
                    "LIQ02", place + ": " + firstLine(e) + ". Correct the changelog, then run it again.", e);
        }
    }

    private static MigratableException edited(String place, ValidationFailedException e) {
        List<String> sums = e.getInvalidMD5Sums();
        if (sums.isEmpty()) {
            return new MigratableException(
                    "LIQ02", place + ": " + firstLine(e) + ". Correct the changelog, then run it again.", e);
        }
        // Liquibase says: file::id::author was: 9:… but is now: 9:…
        String[] parts = sums.get(0).strip().split("::", 3);
        String more = sums.size() > 1 ? " (and " + (sums.size() - 1) + " more)" : "";
        String what = parts.length == 3
                ? parts[0] + ": change set " + parts[1]
                : place + ": " + sums.get(0).strip();
        return new MigratableException(
                "LIQ01",
                what + more + " has been edited after it ran. Restore the file as it was, and put the new change into a"
                        + " migration of its own.",
                e);
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return String.join(" ", message.strip().lines().map(String::strip).toList());
    }

    private static final class RanListener extends AbstractChangeExecListener {

        private final AtomicBoolean ran;
        private final BeforeCommit beforeCommit;

        RanListener(AtomicBoolean ran, BeforeCommit beforeCommit) {
            this.ran = ran;
            this.beforeCommit = beforeCommit;
        }

        @Override
        public void ran(Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
            try {
                Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
                beforeCommit.run(connection);
            } catch (SQLException e) {
                throw new UnexpectedLiquibaseException(e);
            }
        }

        @Override
        public void ran(
                ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.ExecType execType) {
            ran.set(execType != ChangeSet.ExecType.SKIPPED && execType != ChangeSet.ExecType.FAILED);
        }
    }
}
