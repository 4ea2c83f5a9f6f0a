package dev.migratable.runtime.liquibase;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Sends what Liquibase says to our log, at a level nobody sees unless asked: its news are told in our own words. */
final class LiquibaseLog extends AbstractLogService {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("dev.migratable.runtime.liquibase");

    @Override
    public int getPriority() {
        // Never chosen by Liquibase itself; it is put into the scope by name.
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public Logger getLog(Class type) {
        return new DebugLogger();
    }

    private static final class DebugLogger extends AbstractLogger {

        @Override
        public void log(Level level, @Nullable String message, @Nullable Throwable error) {
            LOG.debug("{}", message, error);
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
