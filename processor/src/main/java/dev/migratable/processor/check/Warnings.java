package dev.migratable.processor.check;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.option.ProcessorOptions.Level;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import javax.tools.Diagnostic;

/** Prints what is a warning unless an option says otherwise. */
final class Warnings {

    private final Diagnostics diagnostics;
    private final ProcessorOptions options;

    Warnings(Diagnostics diagnostics, ProcessorOptions options) {
        this.diagnostics = diagnostics;
        this.options = options;
    }

    void print(Problem problem, Object... arguments) {
        String line = "[" + problem.code() + "] " + problem.text(arguments);
        switch (options.levels().getOrDefault(problem.code(), Level.WARNING)) {
            case OFF -> {
                return;
            }
            case NOTE -> diagnostics.line(Diagnostic.Kind.NOTE, line);
            case WARNING -> diagnostics.line(Diagnostic.Kind.WARNING, line);
            case ERROR -> diagnostics.line(Diagnostic.Kind.ERROR, line);
        }
    }
}
