package dev.migratable.runtime.throttle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Looks how long a probe query takes. */
final class ProbeBrake implements Brake {

    /** The server's word for a statement that was cancelled, here for taking too long. */
    private static final String CANCELLED = "57014";

    /** How much longer than its limit the probe may take before it is cancelled, so that it holds up nothing else. */
    private static final int PATIENCE = 4;

    private final ThrottleLimits limits;

    ProbeBrake(ThrottleLimits limits) {
        this.limits = limits;
    }

    @Override
    public String subject() {
        return "how long the probe takes";
    }

    @Override
    public Optional<Overload> look(Connection connection) throws SQLException {
        long began = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            Duration patience = limits.probe().multipliedBy(PATIENCE);
            statement.setQueryTimeout((int) Math.max(1, patience.toSeconds()));
            statement.execute(limits.probeSql());
        } catch (SQLException e) {
            if (!CANCELLED.equals(e.getSQLState())) {
                throw e;
            }
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return millis <= limits.probe().toMillis()
                ? Optional.empty()
                : Optional.of(new Overload(
                        "slow probe",
                        "the probe took " + millis + " ms, more than "
                                + limits.probe().toMillis() + " ms"));
    }
}
