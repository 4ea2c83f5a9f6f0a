package dev.migratable.runtime.throttle;

/** Writes numbers of bytes for people. */
final class Bytes {

    private static final long KIBIBYTE = 1L << 10;
    private static final long MEBIBYTE = 1L << 20;

    private Bytes() {}

    static String text(long bytes) {
        if (bytes >= 10 * MEBIBYTE) {
            return bytes / MEBIBYTE + " MB";
        }
        return bytes >= 10 * KIBIBYTE ? bytes / KIBIBYTE + " kB" : bytes + " B";
    }
}
