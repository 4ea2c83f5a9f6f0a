package dev.migratable.runtime.preflight;

import dev.migratable.runtime.preflight.PreflightFinding.Severity;
import dev.migratable.schema.MigratableException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that a look before a migration found.
 *
 * @param findings what stops it first, then what is told; each once
 */
public record PreflightReport(List<PreflightFinding> findings) {

    /** The code of the error that ends a run because of findings. */
    public static final String CODE = "PRE00";

    /** Sorts. */
    public PreflightReport {
        findings = findings.stream().sorted().distinct().toList();
    }

    /** Returns what stops the migration. */
    public List<PreflightFinding> errors() {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    /** Returns the findings without errors of some codes, which an operator has looked at: they become warnings. */
    PreflightReport accepting(Collection<String> codes) {
        return new PreflightReport(findings.stream()
                .map(f -> codes.contains(f.code())
                        ? new PreflightFinding(Severity.WARNING, f.code(), f.place(), f.fact(), f.fix())
                        : f)
                .toList());
    }

    /**
     * Does nothing where nothing stops the migration.
     *
     * @throws MigratableException {@code PRE00} with all errors in its one line
     */
    public void throwErrors() {
        List<PreflightFinding> errors = errors();
        if (!errors.isEmpty()) {
            throw new MigratableException(
                    CODE,
                    summary() + ": "
                            + errors.stream().map(PreflightFinding::line).collect(Collectors.joining(" ")));
        }
    }

    /** Returns the summary of an error of {@link #throwErrors}, without the findings. */
    public static String summary(MigratableException error) {
        String message = String.valueOf(error.getMessage());
        int end = message.indexOf(": ", message.indexOf(": ") + 1);
        return end < 0 ? message : message.substring(0, end);
    }

    /** Returns how many errors stop the migration, in words. */
    public String summary() {
        int errors = errors().size();
        return "preflight: " + errors + (errors == 1 ? " problem stops" : " problems stop")
                + " this before its first statement; nothing was changed";
    }
}
