package dev.migratable.runtime.execute;

import dev.migratable.json.Fingerprint;
import dev.migratable.runtime.changelog.ChangelogReader;
import dev.migratable.runtime.control.OperatorControl;
import dev.migratable.runtime.control.Steering;
import dev.migratable.runtime.history.EnvironmentStore;
import dev.migratable.runtime.hook.MigrationHook;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.preflight.Preflight;
import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to where its changelog or its model wants it, and tells how far it is.
 *
 * <p>Every method that writes holds a lock that keeps other runners away, and may be killed at any moment and called
 * again. All errors that a person can do something about are {@link MigratableException}. Safe for use by several
 * threads, of which one at a time writes.
 */
public final class Migrator {

    private final RunnerContext context;
    private final DataSource dataSource;
    private final String application;
    private final Optional<Path> changelog;
    private final Mode mode;

    private Migrator(Builder builder) {
        this.context = new RunnerContext(
                new SessionSource(builder.dataSource),
                builder.options,
                builder.listener,
                builder.stop,
                Steering.NONE,
                builder.acceptedFindings,
                builder.operator.orElseGet(Operator::ofProcess),
                hooks(builder),
                builder.soak);
        this.dataSource = builder.dataSource;
        this.application = builder.application;
        this.changelog = Optional.ofNullable(builder.changelog);
        this.mode = builder.mode;
    }

    /** Those of the builder come first, in its order; those that are found, by their names. */
    private static List<MigrationHook> hooks(Builder builder) {
        List<MigrationHook> found = new ArrayList<>();
        ServiceLoader.load(MigrationHook.class).forEach(found::add);
        found.sort(Comparator.comparing(MigrationHook::name));
        found.addAll(0, builder.hooks);
        return found;
    }

    /** Starts to build a migrator for a database. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Runs what is pending of the changelog.
     *
     * @param phases which halves of the migrations
     * @param approvedBy who approves the contracts; empty where nobody does now
     * @param ignoredClients application names of sessions that do not keep a gate closed
     */
    public ApplyReport apply(Set<PhaseGroup> phases, Optional<String> approvedBy, Set<String> ignoredClients) {
        Path directory = directory();
        return new ApplyCommand(context, directory, ChangelogReader.read(directory))
                .run(phases, approvedBy, ignoredClients);
    }

    /**
     * Returns the statements that {@link #apply} would send now, in order, and sends none of them: those of the backfills'
     * batches and of preconditions, too. What begins with two hyphens is a comment: the step, its lock and estimate.
     */
    public List<String> dryRun(Set<PhaseGroup> phases) {
        Path directory = directory();
        PlanIndex plans = new PlanIndex(ChangelogReader.read(directory));
        try (RunnerSession session = context.sessions().open();
                RunnerSession estimates = context.sessions().open()) {
            LiquibaseRunner liquibase = LiquibaseRunner.openToRead(directory, session.connection());
            return new DryRun(liquibase, plans, estimates.connection()).statements(phases);
        } catch (SQLException e) {
            throw DatabaseErrors.describe("dry run", e);
        }
    }

    /**
     * Looks for everything that would stop or hurt what {@link #apply} would do now. Writes nothing, and needs no
     * runner's lock; {@link #apply} looks again.
     */
    public PreflightReport preflight(Set<PhaseGroup> phases) {
        Path directory = directory();
        PlanIndex plans = new PlanIndex(ChangelogReader.read(directory));
        try (RunnerSession session = context.sessions().open();
                RunnerSession look = context.sessions().open()) {
            List<ChangeSetName> pending =
                    LiquibaseRunner.openToRead(directory, session.connection()).pending();
            return Preflight.beforeApply(look.connection(), context.acceptedFindings())
                    .look(plans.pendingSteps(pending, phases));
        } catch (SQLException e) {
            throw DatabaseErrors.describe("preflight", e);
        }
    }

    /**
     * Undoes the migrations behind one that stays, the latest one first, with every row written since. A gate closes
     * between what followed a rollout, which is undone at any time, and what the rolled out version needs.
     *
     * @return the steps undone, and the gate that closed, if one did; undoing again goes on from there
     * @throws MigratableException {@code RBK} where it cannot be undone to the end; nothing has been undone then
     */
    public ApplyReport rollback(RollbackRequest request) {
        Path directory = directory();
        return new RollbackCommand(context, directory, ChangelogReader.read(directory)).run(request);
    }

    /** Returns the statements that {@link #rollback} would send now, in order, and sends none of them. */
    public List<String> rollbackDryRun(RollbackRequest request) {
        Path directory = directory();
        return new RollbackCommand(context, directory, ChangelogReader.read(directory)).dryRun(request);
    }

    /**
     * Drops, for good, what contracted migrations parked; never done unasked. A migration of which something was purged
     * cannot be undone any more.
     *
     * @return what was dropped, and what was not, with the reasons
     */
    public PurgeReport purge(PurgeRequest request) {
        Path directory = directory();
        return new PurgeCommand(context, directory, ChangelogReader.read(directory)).run(request);
    }

    /** Returns what {@link #purge} would drop now, each with what goes with it, and drops nothing. */
    public PurgeReport purgeDryRun(PurgeRequest request) {
        Path directory = directory();
        return new PurgeCommand(context, directory, ChangelogReader.read(directory)).preview(request);
    }

    /** Tells how far each migration is. */
    public StatusReport status() {
        try (RunnerSession session = context.sessions().open()) {
            return StatusReader.read(session.connection(), plans());
        } catch (SQLException e) {
            throw DatabaseErrors.describe("status", e);
        }
    }

    /** Returns what steers a run of any process on this database: pause, resume, stop, another pace. */
    public OperatorControl control() {
        return new OperatorControl(context.sessions());
    }

    /**
     * Tells what a run did, step by step, with what each was expected to cost.
     *
     * @param run its number; the latest run where that is empty
     * @return empty where there is no such run
     */
    public Optional<RunReport> report(OptionalLong run) {
        try (RunnerSession session = context.sessions().open()) {
            return RunReport.read(session.connection(), run);
        } catch (SQLException e) {
            throw DatabaseErrors.describe("report", e);
        }
    }

    /** Compares the database with a model; what a migration under way explains is told apart. Writes nothing. */
    public ModelCheck check(Model model) {
        try (RunnerSession session = context.sessions().open()) {
            return ModelComparison.compare(session.connection(), model, plans()).check();
        } catch (SQLException e) {
            throw DatabaseErrors.describe("check", e);
        }
    }

    /**
     * Does what the mode allows when an application starts: in development, safe changes are applied to the database
     * and the others listed with the reason and the way on; otherwise differences are only reported.
     *
     * @throws MigratableException in development mode, where the database is marked as production
     */
    public StartReport start(Model model) {
        if (mode == Mode.DEVELOPMENT) {
            return new DevelopmentRunner(context).start(model, plans());
        }
        return StartReport.reporting(check(model));
    }

    /** Marks the database as production: development mode never changes it from now on. */
    public void markAsProduction() {
        try (RunnerSession session = context.sessions().open()) {
            new EnvironmentStore(session.connection()).markAsProduction();
        } catch (SQLException e) {
            throw DatabaseErrors.describe("mark as production", e);
        }
    }

    /** Returns the same data source for the application's own use: its connections say which model they belong to. */
    public DataSource applicationDataSource(Model model) {
        return new TaggedDataSource(dataSource, new ApplicationTag(application, Fingerprint.of(model.schema())));
    }

    private List<MigrationPlan> plans() {
        return changelog.map(ChangelogReader::read).orElse(List.of());
    }

    private Path directory() {
        return changelog.orElseThrow(() -> new MigratableException(
                "RUN05", "changelog: none was named. Give the directory that holds " + LiquibaseRunner.ROOT + "."));
    }

    /** Builds a {@link Migrator}. Not safe for use by several threads. */
    public static final class Builder {

        private final DataSource dataSource;
        private @Nullable Path changelog;
        private String application = "application";
        private Mode mode = Mode.PRODUCTION;
        private MigrationListener listener = MigrationListener.NONE;
        private ExecutionOptions options = ExecutionOptions.DEFAULT;
        private StopSignal stop = new StopSignal();
        private Set<String> acceptedFindings = Set.of();
        private Optional<String> operator = Optional.empty();
        private final List<MigrationHook> hooks = new ArrayList<>();
        private Optional<Duration> soak = Optional.empty();

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        }

        /** Names the directory that holds {@code db.changelog-root.yaml}. */
        public Builder changelog(Path directory) {
            this.changelog = Objects.requireNonNull(directory, "directory");
            return this;
        }

        /** Names the application, as the database's administrators are to see it. */
        public Builder application(String name) {
            this.application = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Says what may be done without being asked; {@link Mode#PRODUCTION} unless told otherwise. */
        public Builder mode(Mode newMode) {
            this.mode = Objects.requireNonNull(newMode, "newMode");
            return this;
        }

        /** Names who is told what happens. */
        public Builder listener(MigrationListener newListener) {
            this.listener = Objects.requireNonNull(newListener, "newListener");
            return this;
        }

        /** Says how to execute. */
        public Builder options(ExecutionOptions newOptions) {
            this.options = Objects.requireNonNull(newOptions, "newOptions");
            return this;
        }

        /** Gives the signal by which somebody asks to stop after the batch or change set under way. */
        public Builder stop(StopSignal newStop) {
            this.stop = Objects.requireNonNull(newStop, "newStop");
            return this;
        }

        /** Names codes of the preflight's findings that somebody has looked at, and that stop nothing any more. */
        public Builder acceptFindings(Set<String> codes) {
            this.acceptedFindings = Set.copyOf(codes);
            return this;
        }

        /** Says who runs it, for the history; the system's user and host unless told otherwise. */
        public Builder operator(String name) {
            this.operator = Optional.of(name);
            return this;
        }

        /** Adds a hook, behind those that were added before and before those that the service loader finds. */
        public Builder hook(MigrationHook hook) {
            hooks.add(Objects.requireNonNull(hook, "hook"));
            return this;
        }

        /**
         * Says how long a migration stays expanded before its contract may start: of those that are applied from now on,
         * and, when a contract is applied, of that one.
         */
        public Builder soak(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("soak time " + time);
            }
            this.soak = Optional.of(time);
            return this;
        }

        /** Builds the migrator; nothing is connected yet. */
        public Migrator build() {
            return new Migrator(this);
        }
    }
}
