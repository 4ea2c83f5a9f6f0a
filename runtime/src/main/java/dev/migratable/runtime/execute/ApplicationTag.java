package dev.migratable.runtime.execute;

import java.util.Objects;

/**
 * Names an instance of an application for PostgreSQL, so that the contract's gate knows which model it was built with.
 *
 * @param application the application's name
 * @param fingerprint the fingerprint of the model it was built with, 16 hexadecimal digits
 */
public record ApplicationTag(String application, String fingerprint) {

    /** What stands between the name and the fingerprint. */
    public static final String SEPARATOR = "/migratable:";

    /** PostgreSQL cuts application_name after this many bytes. */
    private static final int MAX_BYTES = 63;

    /** Rejects what is no fingerprint. */
    public ApplicationTag {
        Objects.requireNonNull(application, "application");
        if (!fingerprint.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("not a fingerprint: '" + fingerprint + "'");
        }
    }

    /**
     * Returns the {@code application_name}: the application's name, cut so that the fingerprint fits, and without what
     * PostgreSQL would replace.
     */
    public String applicationName() {
        String suffix = SEPARATOR + fingerprint;
        String plain = application.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.substring(0, Math.min(plain.length(), MAX_BYTES - suffix.length())) + suffix;
    }
}
