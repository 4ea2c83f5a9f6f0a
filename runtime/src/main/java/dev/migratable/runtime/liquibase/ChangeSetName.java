package dev.migratable.runtime.liquibase;

/**
 * Names a change set.
 *
 * @param file its file's path within the changelog: {@code 0007_rename_customer_email/expand.sql}
 * @param id its id
 * @param author its author
 */
public record ChangeSetName(String file, String id, String author) {

    /** Returns the migration it belongs to, the file's directory; empty for a file beside the root. */
    public String migration() {
        int slash = file.indexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    @Override
    public String toString() {
        return file + " " + id;
    }
}
