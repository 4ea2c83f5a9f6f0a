package dev.migratable.cli;

/** The exit codes of the command line, as {@code docs/reference/cli.md} lists them. */
final class ExitCode {

    /** The command did what it was asked. */
    static final int OK = 0;

    /** An error; standard error has one line about it. */
    static final int ERROR = 1;

    /** {@code diff --exit-code} found changes. */
    static final int CHANGES = 2;

    /** A change is refused: there is no safe way from one schema to the other. */
    static final int REFUSED = 3;

    /** {@code generate} found no change to make a migration for. */
    static final int NOTHING_TO_DO = 4;

    /** {@code verify}: the changelog does not make the schema, or is not undone to the start. */
    static final int MISMATCH = 5;

    /** {@code apply} or {@code rollback} left something undone because a gate is closed; {@code purge}, too. */
    static final int GATE_CLOSED = 6;

    /** {@code --fail-on}: a change has that risk or a greater one. */
    static final int RISK = 7;

    /** {@code preflight}, {@code apply}, {@code rollback}: something stops it before its first statement. */
    static final int STOPPED_BY_PREFLIGHT = 8;

    /** The command line is wrong; {@code EX_USAGE} of sysexits.h. */
    static final int USAGE = 64;

    /** Stopped by Ctrl-C: 128 and the number of SIGINT, what a shell reports for it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
