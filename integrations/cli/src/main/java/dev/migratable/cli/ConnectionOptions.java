package dev.migratable.cli;

import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Says as whom to connect to the databases that a command names. */
final class ConnectionOptions {

    private static final String USER_VARIABLE = "PGUSER";
    private static final String[] PASSWORD_VARIABLES = {"MIGRATABLE_PASSWORD", "PGPASSWORD"};

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The user where the URL names none; else PGUSER, else the name of the system's user.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password",
            description = "Asks for the password; without it the URL's, MIGRATABLE_PASSWORD or PGPASSWORD.")
    private boolean ask;

    private Optional<String> answer = Optional.empty();

    /** Names the database; asks for the password, once, where that was wanted. */
    Database database(String url, Shell shell) {
        Optional<String> environment = Stream.of(PASSWORD_VARIABLES)
                .flatMap(name -> variable(shell, name).stream())
                .findFirst();
        return Database.of(url, user.or(() -> variable(shell, USER_VARIABLE)), typed(shell), environment);
    }

    private Optional<String> typed(Shell shell) {
        if (ask && answer.isEmpty()) {
            answer = Optional.of(shell.passwordPrompt()
                    .get()
                    .orElseThrow(() -> CliError.PASSWORD.at(
                            "--password",
                            "there is no terminal to ask on",
                            "Set MIGRATABLE_PASSWORD or PGPASSWORD instead")));
        }
        return answer;
    }

    private static Optional<String> variable(Shell shell, String name) {
        return Optional.ofNullable(shell.environment().get(name)).filter(value -> !value.isEmpty());
    }
}
