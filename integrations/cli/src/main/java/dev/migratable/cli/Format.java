package dev.migratable.cli;

import java.util.Locale;

/** How a result is written. */
enum Format {
    /** For people. */
    TEXT,
    /** For programs; {@code docs/reference/cli-json.md}. */
    JSON;

    /** Returns the word of the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
