package dev.migratable.cli;

import dev.migratable.schema.MigratableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;

/** Says in one line what went wrong, whatever was thrown, without a password. */
final class Errors {

    private Errors() {}

    /** Returns the one line for people. */
    static String line(Throwable thrown) {
        return Mask.in(oneLine(raw(thrown)));
    }

    /** Returns the stack trace, for {@code --debug}, without passwords. */
    static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return Mask.in(trace.toString());
    }

    private static String raw(Throwable thrown) {
        Optional<MigratableException> known = inChain(thrown, MigratableException.class);
        if (known.isPresent()) {
            return known.get().line();
        }
        Optional<SQLException> sql = inChain(thrown, SQLException.class);
        if (sql.isPresent()) {
            return CliError.STATEMENT.code() + " database: " + fact(sql.get())
                    + ". Run again with --debug to see the statement's place.";
        }
        return CliError.DEFECT.code() + " unexpected " + thrown.getClass().getSimpleName() + ": " + thrown.getMessage()
                + ". This is a defect of Migratable: please report it with the output of --debug.";
    }

    /** Returns what the server or driver says, with the SQL state, without a full stop. */
    static String fact(SQLException e) {
        String message = oneLine(Optional.ofNullable(e.getMessage()).orElse("no message"));
        String fact = (message.endsWith(".") ? message.substring(0, message.length() - 1) : message)
                + inChain(e, UnknownHostException.class)
                        .map(host -> ": unknown host " + host.getMessage())
                        .orElse("");
        return e.getSQLState() == null ? fact : fact + " (SQL state " + e.getSQLState() + ")";
    }

    private static <T extends Throwable> Optional<T> inChain(Throwable thrown, Class<T> type) {
        Throwable at = thrown;
        while (at != null) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
            at = at.getCause() == at ? null : at.getCause();
        }
        return Optional.empty();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
