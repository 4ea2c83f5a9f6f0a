package dev.migratable.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** How a result is written. */
enum Format {
    /** For people. */
    TEXT,
    /** For programs; {@code docs/reference/cli-json.md}. */
    JSON;

    /** Reads the word of the command line; another one is wrong usage. */
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return Format.values()[Words.position(List.of("text", "json"), value)];
        }
    }
}
