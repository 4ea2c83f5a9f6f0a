package dev.migratable.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/** How {@code diff} and {@code plan} write their result. */
enum Format {
    /** For people. */
    TEXT,
    /** For programs; {@code docs/reference/cli-json.md}. */
    JSON,
    /** For pull requests. */
    MARKDOWN,
    /** For code scanning. */
    SARIF,
    /** For the test reports of a build server. */
    JUNIT,
    /** For the annotations of a run of GitHub Actions. */
    GITHUB,
    /** For a browser: a page that needs nothing beside itself. */
    HTML;

    /** Reads the word of the command line; another one is wrong usage. */
    static final class Converter implements ITypeConverter<Format> {

        private static final List<String> WORDS = Stream.of(Format.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();

        @Override
        public Format convert(String value) {
            return Format.values()[Words.position(WORDS, value)];
        }
    }
}
