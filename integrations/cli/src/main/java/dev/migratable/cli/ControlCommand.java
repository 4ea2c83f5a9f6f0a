package dev.migratable.cli;

import dev.migratable.runtime.control.ControlSettings;
import dev.migratable.runtime.control.OperatorControl;
import dev.migratable.runtime.control.OperatorControl.Outcome;
import dev.migratable.runtime.execute.Migrator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Steers a run that another process has begun, through the database. */
@Command(
        name = "control",
        description = "Pauses, resumes or stops a run of another process, or changes how fast it fills tables.",
        mixinStandardHelpOptions = true)
final class ControlCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            paramLabel = "ACTION",
            converter = ActionConverter.class,
            description = "pause and resume hold for later runs, too; stop ends the run at work after its batch;"
                    + " set changes the pace, reset forgets what set said.")
    private Action action = Action.PAUSE;

    @Option(names = "--url", paramLabel = "JDBC", required = true, description = "The database.")
    private String url = "";

    @Option(names = "--migration", paramLabel = "ID", description = "Only this migration; without it, all.")
    private Optional<String> migration = Optional.empty();

    @Mixin
    private final PaceOptions pace = new PaceOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private enum Action {
        PAUSE,
        RESUME,
        STOP,
        SET,
        RESET
    }

    /** Reads what is to be done. */
    static final class ActionConverter implements ITypeConverter<Action> {

        @Override
        public Action convert(String value) {
            List<String> words = Arrays.stream(Action.values())
                    .map(action -> action.name().toLowerCase(Locale.ROOT))
                    .toList();
            return Action.values()[Words.position(words, value)];
        }
    }

    ControlCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ControlSettings settings = pace.settings();
        if (settings.isEmpty() == (action == Action.SET)) {
            throw new ParameterException(
                    spec.commandLine(),
                    action == Action.SET
                            ? "set needs --workers, --rate or --batch-target"
                            : "--workers, --rate and --batch-target go with set only");
        }
        Database database = connection.database(url, shell);
        database.check();
        OperatorControl control =
                Migrator.builder(database.dataSource()).build().control();
        print(run(control, settings));
        return ExitCode.OK;
    }

    private Outcome run(OperatorControl control, ControlSettings settings) {
        return switch (action) {
            case PAUSE -> control.pause(migration);
            case RESUME -> control.resume(migration);
            case STOP -> control.stop(migration);
            case SET -> control.set(migration, settings);
            case RESET -> control.reset(migration);
        };
    }

    private void print(Outcome outcome) {
        String whose = migration.orElse("all migrations") + ": ";
        if (action == Action.STOP) {
            shell.out().println(whose + "asked to stop after the batch; the same command goes on from there");
        } else {
            shell.out().println(whose + outcome.control().describe());
        }
        if (!outcome.changed()) {
            shell.err().println("nothing changed");
        }
        shell.err()
                .println(outcome.runner()
                        .map(runner -> "a runner is at work: " + Mask.in(runner))
                        .orElse("no runner is at work; this holds for the next one"));
        if (action == Action.RESUME
                && migration.isPresent()
                && outcome.control().pause().isPresent()) {
            shell.err().println("all migrations are still paused: resume without --migration, too");
        }
    }
}
