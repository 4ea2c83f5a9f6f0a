package dev.migratable.schema;

import java.util.Objects;

/**
 * Says in one line what could not be done: code, place, fact, fix. Everything that a person is to read and act upon is
 * thrown as this; anything else that escapes is a defect of Migratable.
 */
public final class MigratableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Creates an error without an underlying one.
     *
     * @param code three capital letters and two digits, by which documentation finds it: {@code CAT01}
     * @param message place, fact and fix in one line, without the code
     */
    public MigratableException(String code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * Creates an error with the one that led to it.
     *
     * @param code three capital letters and two digits
     * @param message place, fact and fix in one line, without the code
     * @param cause what led to it
     */
    public MigratableException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** Returns the code. */
    public String code() {
        return code;
    }

    /** Returns the one line for people: the code and the message. */
    public String line() {
        return code + " " + getMessage();
    }
}
