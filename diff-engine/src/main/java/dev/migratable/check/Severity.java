package dev.migratable.check;

/** How the compiler is to print a result. */
public enum Severity {
    /** Data would be destroyed, or the change is ambiguous: compilation fails. */
    ERROR,
    /** Risky: it hurts a running old version or a large table, or needs more than one deployment. */
    WARNING,
    /** Safe. */
    NOTE
}
