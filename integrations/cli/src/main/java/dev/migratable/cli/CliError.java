package dev.migratable.cli;

import dev.migratable.schema.MigratableException;

/** Lists the errors that the command line itself finds; {@code docs/reference/cli.md} explains each. */
enum CliError {
    /** A source or file that is not there or cannot be read. */
    UNREADABLE("CLI01"),
    /** A module or jar without a model. */
    NO_MODEL("CLI02"),
    /** A kind of source that this version does not read. */
    UNSUPPORTED_SOURCE("CLI03"),
    /** A declaration on the command line that names nothing, or several things. */
    DECLARATION("CLI04"),
    /** A database that cannot be connected to. */
    CONNECTION("CLI05"),
    /** A statement that the database refuses. */
    STATEMENT("CLI06"),
    /** A file that cannot be written. */
    UNWRITABLE("CLI07"),
    /** A password that cannot be asked for. */
    PASSWORD("CLI08"),
    /** A changelog that is not there. */
    CHANGELOG("CLI09"),
    /** A class that a source needs and that is not on the class path. */
    CLASS_PATH("CLI10"),
    /** A filter that names nothing, or that hides what the rest needs. */
    FILTER("CLI11"),
    /** A run that the history does not have. */
    NO_RUN("CLI12"),
    /** A defect of Migratable. */
    DEFECT("CLI99");

    private final String code;

    CliError(String code) {
        this.code = code;
    }

    /** Returns the code. */
    String code() {
        return code;
    }

    /** Makes the error: place and fact, then the fix, a sentence each. */
    MigratableException at(String place, String fact, String fix) {
        return new MigratableException(code, message(place, fact, fix));
    }

    /** Makes the error with what led to it. */
    MigratableException at(String place, String fact, String fix, Throwable cause) {
        return new MigratableException(code, message(place, fact, fix), cause);
    }

    private static String message(String place, String fact, String fix) {
        return place + ": " + fact + ". " + fix + ".";
    }
}
