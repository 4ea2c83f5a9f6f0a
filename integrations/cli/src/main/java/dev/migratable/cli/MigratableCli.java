package dev.migratable.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the command line; without a subcommand it prints how it is used. */
@Command(
        name = "migratable",
        description = "Safe PostgreSQL migrations from JPA entities.",
        mixinStandardHelpOptions = true,
        version = "migratable 0.1.0-SNAPSHOT")
public final class MigratableCli implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Starts the command line and exits with the code of the command that ran. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new MigratableCli()).execute(args));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
