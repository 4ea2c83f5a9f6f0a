package dev.migratable.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Chooses how a result is written. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            description = "How the result is written: text (unless said) or json.")
    private Format format = Format.TEXT;

    /** Returns the result as text or as JSON. */
    String choose(Supplier<String> text, Supplier<String> json) {
        return format == Format.JSON ? json.get() : text.get();
    }
}
