package dev.migratable.cli;

import java.util.logging.LogManager;

/** Keeps the logs of the libraries off the terminal; errors reach the person as exceptions. */
final class Logging {

    private static final String FILE = "java.util.logging.config.file";
    private static final String CLASS = "java.util.logging.config.class";

    private Logging() {}

    /** Turns logging off unless the person configured it by the JDK's own system properties. */
    static void silence() {
        if (System.getProperty(FILE) == null && System.getProperty(CLASS) == null) {
            LogManager.getLogManager().reset();
        }
    }
}
