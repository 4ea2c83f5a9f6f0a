package dev.migratable.normalize;

/** Says what of a text in {@code options} is not read, why, and how to say it instead. */
public final class UnreadOptionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fragment;
    private final String reason;
    private final String fix;

    UnreadOptionException(String fragment, String reason, String fix) {
        super(fragment + ": " + reason, null, false, false); // a message for users: no stack trace
        this.fragment = fragment;
        this.reason = reason;
        this.fix = fix;
    }

    /**
     * Returns what is not read and why, without a full stop.
     *
     * @param place whose options they are
     */
    public String fact(String place) {
        return "'" + fragment + "' in the 'options' of " + place + " is not read: " + reason;
    }

    /** Returns the way out, without a full stop. */
    public String fix() {
        return fix;
    }
}
