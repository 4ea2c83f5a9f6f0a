package dev.migratable.check;

/** How the compiler is to print a result. */
public enum Severity {
    /** Data would be destroyed, or the change is ambiguous: compilation fails. */
    ERROR,
    /** A running old version or a large table would be hurt. */
    WARNING,
    /** Safe, or done safely because of what was declared. */
    NOTE
}
