package dev.migratable.runtime.session;

import dev.migratable.schema.MigratableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells in one line what the database said no to, and which of its errors pass by themselves. */
public final class DatabaseErrors {

    /** lock_not_available, deadlock_detected, serialization_failure. */
    private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001");

    /** admin_shutdown, crash_shutdown, cannot_connect_now, query_canceled by a shutdown is not among them. */
    private static final Set<String> SHUTDOWN = Set.of("57P01", "57P02", "57P03");

    private DatabaseErrors() {}

    /** Finds the first error of the database among an error and its causes. */
    public static Optional<SQLException> sqlCause(@Nullable Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** Returns whether the same statement may succeed when it is tried again: it lost a lock to somebody else. */
    public static boolean isPassing(SQLException error) {
        return PASSING.contains(state(error));
    }

    /** Returns whether the connection is gone. */
    public static boolean isConnectionLost(SQLException error) {
        return state(error).startsWith("08") || SHUTDOWN.contains(state(error));
    }

    /**
     * Returns the error for people.
     *
     * @param place what was being done, and where
     */
    public static MigratableException describe(String place, SQLException error) {
        String fact = firstLine(error);
        String state = state(error);
        if (state.equals("28P01") || state.equals("28000")) {
            return error("DB02", place, fact, "Check user and password, and the server's pg_hba.conf", error);
        }
        if (state.equals("3D000")) {
            return error("DB03", place, fact, "Create the database, or correct its name in the URL", error);
        }
        if (state.equals("42501")) {
            return error("DB04", place, fact, "Grant the privilege, or use the owner of these objects", error);
        }
        if (isConnectionLost(error)) {
            boolean never = state.equals("08001") || state.equals("08004");
            return never
                    ? error("DB01", place, fact, "Check host, port, and that the server runs", error)
                    : error(
                            "DB05",
                            place,
                            fact,
                            "Run the same command again; it goes on where this one stopped",
                            error);
        }
        if (isPassing(error)) {
            return error("DB06", place, fact, "Run the same command again when fewer clients hold locks", error);
        }
        return error("DB09", place, fact + " (SQLSTATE " + state + ")", "Nothing behind this statement was run", error);
    }

    /** Returns what the server said, without its detail lines and its severity. */
    public static String firstLine(SQLException error) {
        String message = error.getMessage() == null ? "no message" : error.getMessage();
        String line = message.strip().lines().findFirst().orElse("no message").strip();
        return line.replaceFirst("^(ERROR|FATAL|PANIC): ", "").replaceFirst("\\.$", "");
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }

    private static MigratableException error(String code, String place, String fact, String fix, SQLException cause) {
        return new MigratableException(code, place + ": " + fact + ". " + fix + ".", cause);
    }
}
