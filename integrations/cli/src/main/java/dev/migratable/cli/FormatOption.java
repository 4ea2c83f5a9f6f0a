package dev.migratable.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Chooses how a result that is for people or programs is written. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Converter.class,
            description = "How the result is written: text (unless said) or json.")
    private Format format = Format.TEXT;

    /** Reads one of the two words; another one is wrong usage. */
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return List.of(Format.TEXT, Format.JSON).get(Words.position(List.of("text", "json"), value));
        }
    }

    /** Returns the result as text or as JSON. */
    String choose(Supplier<String> text, Supplier<String> json) {
        return format == Format.JSON ? json.get() : text.get();
    }
}
