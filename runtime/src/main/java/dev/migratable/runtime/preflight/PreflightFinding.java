package dev.migratable.runtime.preflight;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something that would stop or hurt a migration.
 *
 * @param severity whether the migration may start in spite of it
 * @param code {@code PRE01} and on, as {@code docs/operations/preflight.md} explains them
 * @param place the object it is about
 * @param fact what is there, without a full stop
 * @param fix what to do about it, without a full stop
 */
public record PreflightFinding(Severity severity, String code, String place, String fact, String fix)
        implements Comparable<PreflightFinding> {

    private static final Comparator<PreflightFinding> ORDER = Comparator.comparing(PreflightFinding::severity)
            .thenComparing(PreflightFinding::code)
            .thenComparing(PreflightFinding::place)
            .thenComparing(PreflightFinding::fact)
            .thenComparing(PreflightFinding::fix);

    /** How bad a finding is. */
    public enum Severity {
        /** The migration does not start: it would fail, or do harm. */
        ERROR,
        /** The migration starts; somebody should know. */
        WARNING
    }

    /** Rejects nulls and puts everything on one line. */
    public PreflightFinding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        place = oneLine(place);
        fact = oneLine(fact);
        fix = oneLine(fix);
    }

    static PreflightFinding error(String code, String place, String fact, String fix) {
        return new PreflightFinding(Severity.ERROR, code, place, fact, fix);
    }

    static PreflightFinding warning(String code, String place, String fact, String fix) {
        return new PreflightFinding(Severity.WARNING, code, place, fact, fix);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Returns the one line for people: code, place, fact, fix. */
    public String line() {
        return code + " " + place + ": " + fact + ". " + fix + ".";
    }

    @Override
    public int compareTo(PreflightFinding other) {
        return ORDER.compare(this, other);
    }
}
