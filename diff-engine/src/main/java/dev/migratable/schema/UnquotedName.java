package dev.migratable.schema;

/** What PostgreSQL makes of a name that is written without quotes. */
public final class UnquotedName {

    private UnquotedName() {}

    /**
     * Returns the name as the catalog has it, not yet cut to 63 bytes. Only the letters A to Z become small: with UTF-8, and
     * every other encoding of several bytes, {@code downcase_identifier} leaves all others as they are.
     */
    public static String fold(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return folded.toString();
    }
}
