package dev.migratable.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

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

    /** Reads the word of the command line; another one is wrong usage. */
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return Words.convert(Format.values(), value);
        }
    }
}
