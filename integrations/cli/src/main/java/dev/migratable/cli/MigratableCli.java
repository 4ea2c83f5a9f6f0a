package dev.migratable.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command line. */
@Command(
        name = "migratable",
        description = "Safe PostgreSQL migrations from JPA entities.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:an error; one line on standard error says which",
            "2:diff --exit-code: there are changes",
            "3:plan, generate: a change is refused",
            "4:generate: nothing to do",
            "5:verify: the changelog does not make the schema, or is not undone to the start",
            "6:apply, rollback, purge: something is still in the way",
            "7:diff, plan --fail-on: a change has that risk or a greater one",
            "8:preflight, apply, rollback: something is in the way before the first statement; nothing was changed",
            "64:wrong usage",
            "130:stopped by Ctrl-C or by control stop"
        },
        footer = {
            "",
            "A SOURCE is a compiled module (target/classes, app.jar), a model file (model.json), compiled classes as"
                    + " Hibernate reads them (hibernate:target/classes) or a live database"
                    + " (jdbc:postgresql://host/database).",
            "Results go to standard output, messages to standard error."
        })
public final class MigratableCli {

    /** Wide enough for an option with its description, and still within most terminals. */
    private static final int HELP_WIDTH = 100;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Prints the stack trace of an error.")
    private boolean debug;

    private MigratableCli() {}

    /** Starts the command line and exits with the code of the command that ran. */
    public static void main(String[] args) {
        Logging.silence();
        System.exit(run(Shell.ofProcess(), args));
    }

    /** Runs one command line and returns its exit code. */
    static int run(Shell shell, String... args) {
        MigratableCli root = new MigratableCli();
        CommandLine line = new CommandLine(root);
        List.of(
                        new SnapshotCommand(shell),
                        new DiffCommand(shell),
                        new PlanCommand(shell),
                        new GenerateCommand(shell),
                        new PreflightCommand(shell),
                        new ApplyCommand(shell),
                        new StatusCommand(shell),
                        new ControlCommand(shell),
                        new ReportCommand(shell),
                        new RollbackCommand(shell),
                        new PurgeCommand(shell),
                        new VerifyCommand(shell))
                .forEach(line::addSubcommand);
        line.addSubcommand(new HelpCommand());
        line.setOut(shell.out());
        line.setErr(shell.err());
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setParameterExceptionHandler((e, given) -> usage(shell, e, List.of(given)));
        line.setExecutionExceptionHandler((e, command, parsed) -> root.failed(shell, e));
        int code = execute(line, shell, root, args);
        boolean lost = shell.out().checkError();
        if (lost) {
            shell.err()
                    .println(CliError.UNWRITABLE
                            .at("standard output", "cannot be written", "Check what it is redirected to")
                            .line());
        }
        shell.err().flush();
        return lost && code == ExitCode.OK ? ExitCode.ERROR : code;
    }

    /** What is thrown but no exception, a missing class for example, would otherwise be a stack trace. */
    private static int execute(CommandLine line, Shell shell, MigratableCli root, String... args) {
        try {
            return line.execute(args);
        } catch (Error e) {
            return root.failed(shell, e);
        }
    }

    private static int usage(Shell shell, ParameterException e, List<String> args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = Mask.inUsage(firstLine(e), args);
        shell.err().println(command + ": " + message + " (see '" + command + " --help')");
        return ExitCode.USAGE;
    }

    private static String firstLine(ParameterException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String first = message.lines().findFirst().orElse("wrong usage");
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return suggestions.isEmpty() ? first : first + "; did you mean " + String.join(" or ", suggestions) + "?";
    }

    private int failed(Shell shell, Throwable e) {
        shell.err().println(Errors.line(e));
        if (debug) {
            shell.err().print(Errors.trace(e));
        }
        return ExitCode.ERROR;
    }
}
