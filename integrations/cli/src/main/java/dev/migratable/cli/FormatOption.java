package dev.migratable.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Chooses how a result is written. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the result is written: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said.")
    private Format format = Format.TEXT;

    /** Returns the result as text or as JSON. */
    String choose(Supplier<String> text, Supplier<String> json) {
        return format == Format.JSON ? json.get() : text.get();
    }
}
