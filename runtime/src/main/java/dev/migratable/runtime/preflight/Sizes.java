package dev.migratable.runtime.preflight;

import java.util.Locale;

/** Words numbers of bytes for people. */
final class Sizes {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    static String text(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0 || size >= 100
                ? Math.round(size) + " " + UNITS[unit]
                : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }
}
