package dev.migratable.runtime.sql;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/** Derives names that PostgreSQL does not truncate: 63 bytes at most, the same for the same input. */
public final class Identifiers {
    /** NAMEDATALEN - 1; PostgreSQL cuts longer names silently. */
    public static final int MAX_BYTES = 63;

    private Identifiers() {}

    /** Returns what a column or table given up by migration {@code number} is called while it is parked. */
    public static String parked(String name, String number) {
        return fit(name, "__parked_" + number);
    }

    /**
     * Returns {@code wanted} if it is free, else {@code wanted_<number>}, else that with a counter.
     *
     * @param taken names in use in the same name space
     */
    public static String free(String wanted, String number, Set<String> taken) {
        String name = fit(wanted, "");
        for (int n = 1; taken.contains(name); n++) {
            name = fit(wanted, "_" + number + (n == 1 ? "" : "_" + n));
        }
        return name;
    }

    /**
     * Returns {@code head + tail}; where that is too long, the head is cut and a checksum of it put in between, so that
     * two long names stay two names.
     */
    public static String fit(String head, String tail) {
        if (bytes(head + tail) <= MAX_BYTES) {
            return head + tail;
        }
        CRC32 checksum = new CRC32();
        checksum.update(head.getBytes(StandardCharsets.UTF_8));
        String end = String.format(Locale.ROOT, "_%08x", checksum.getValue()) + tail;
        int length = head.length();
        while (bytes(head.substring(0, length) + end) > MAX_BYTES) {
            length = head.offsetByCodePoints(length, -1);
        }
        return head.substring(0, length) + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
