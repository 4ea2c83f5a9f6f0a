package dev.migratable.runtime.liquibase;

import liquibase.AbstractExtensibleObject;
import liquibase.ui.InputHandler;
import liquibase.ui.UIService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what Liquibase would print for people away from standard output, and never asks anybody anything. */
final class LiquibaseMessages extends AbstractExtensibleObject implements UIService {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratable.runtime.liquibase");

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    public void sendMessage(@Nullable String message) {
        LOG.debug("{}", message);
    }

    @Override
    public void sendErrorMessage(@Nullable String message) {
        LOG.debug("{}", message);
    }

    @Override
    public void sendErrorMessage(@Nullable String message, @Nullable Throwable error) {
        LOG.debug("{}", message, error);
    }

    @Override
    public <T> T prompt(String prompt, T defaultValue, InputHandler<T> handler, Class<T> type) {
        return defaultValue;
    }

    @Override
    public void setAllowPrompt(boolean allow) {
        if (allow) {
            throw new IllegalArgumentException("a migration asks nobody");
        }
    }

    @Override
    public boolean getAllowPrompt() {
        return false;
    }
}
