package dev.migratable.processor.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Makes the names of one table's constraints and indexes where the mapping gives none: {@code customer_email_key},
 * {@code orders_customer_id_fkey}, as PostgreSQL would. A name too long for PostgreSQL is cut and ends in a hash of the
 * whole, so that two such names stay different. Not thread-safe.
 */
final class ConstraintNames {

    /** Hexadecimal digits of the hash: 32 bits tell the few long names of one table apart. */
    private static final int HASH_DIGITS = 8;

    private final String table;
    private final Set<String> taken = new HashSet<>();

    ConstraintNames(String table) {
        this.table = table;
    }

    /** Notes a name that the mapping gives; false where the table has it already. */
    boolean declare(String name) {
        return taken.add(name);
    }

    String primaryKey() {
        return free(table, "pkey");
    }

    String unique(List<String> columns) {
        return free(table + "_" + String.join("_", columns), "key");
    }

    String foreignKey(List<String> columns) {
        return free(table + "_" + String.join("_", columns), "fkey");
    }

    String index(List<String> keys) {
        return free(table + "_" + String.join("_", keys), "idx");
    }

    String check(String column) {
        return free(table + "_" + column, "check");
    }

    String tableCheck() {
        return free(table, "check");
    }

    private String free(String stem, String suffix) {
        String name = fit(stem, suffix);
        for (int i = 1; !taken.add(name); i++) {
            name = fit(stem, suffix + i);
        }
        return name;
    }

    private static String fit(String stem, String suffix) {
        String name = stem + "_" + suffix;
        if (name.getBytes(StandardCharsets.UTF_8).length <= Naming.MAXIMUM_BYTES) {
            return name;
        }
        String tail = "_" + hash(name) + "_" + suffix;
        return Naming.prefix(stem, Naming.MAXIMUM_BYTES - tail.length()) + tail;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
