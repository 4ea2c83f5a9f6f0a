package dev.migratable.cli;

import dev.migratable.classify.Risk;
import java.util.Map;

/**
 * Colours words where a person looks at them.
 *
 * @param coloured whether to colour at all
 */
record Ink(boolean coloured) {

    /** Colours nothing. */
    static final Ink NONE = new Ink(false);

    private static final String ESCAPE = "\u001B[";
    private static final String RESET = ESCAPE + "0m";
    private static final Map<Risk, String> CODES =
            Map.of(Risk.DESTRUCTIVE, "1;31m", Risk.UNSAFE, "31m", Risk.CAUTION, "33m", Risk.SAFE, "32m");

    /** Colours on a terminal, unless {@code NO_COLOR} is set (no-color.org: to anything but the empty text). */
    static Ink of(Shell shell) {
        return new Ink(shell.outTerminal()
                && shell.environment().getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Returns the name of a risk, coloured. */
    String risk(Risk risk) {
        return coloured ? ESCAPE + CODES.get(risk) + risk.name() + RESET : risk.name();
    }
}
