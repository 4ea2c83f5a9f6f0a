package dev.migratable.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Chooses how the report of a run is written. */
final class ReportFormatOption {

    private static final List<Format> FORMATS = List.of(Format.TEXT, Format.JSON, Format.MARKDOWN);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Converter.class,
            description = "How the result is written: text (unless said), json or markdown.")
    private Format format = Format.TEXT;

    /** Reads one of the three words; another one is wrong usage. */
    static final class Converter implements ITypeConverter<Format> {
        private static final List<String> WORDS =
                FORMATS.stream().map(f -> f.name().toLowerCase(Locale.ROOT)).toList();

        @Override
        public Format convert(String value) {
            return FORMATS.get(Words.position(WORDS, value));
        }
    }

    /** Returns the format that was chosen. */
    Format format() {
        return format;
    }
}
