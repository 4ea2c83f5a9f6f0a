package dev.migratable.runtime.control;

import java.util.Objects;
import java.util.Optional;

/**
 * What holds for one migration, or for all of them.
 *
 * @param migration the migration's id; empty where it holds for all
 * @param pause who paused it, and since when
 * @param settings how its backfills are to work
 * @param settingsBy who said so last, and when; empty where nobody did
 */
public record Control(String migration, Optional<Mark> pause, ControlSettings settings, Optional<Mark> settingsBy) {

    /** What holds for all migrations is kept under this id. */
    public static final String ALL = "";

    /**
     * Who did something when, as the database noted it.
     *
     * @param who the database user
     * @param at the server's time, in UTC
     */
    public record Mark(String who, String at) {}

    /** Rejects nulls. */
    public Control {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(settings, "settings");
    }

    /** Nothing is asked of the migration. */
    public static Control none(String migration) {
        return new Control(migration, Optional.empty(), ControlSettings.NONE, Optional.empty());
    }

    /** Returns what holds for a migration by itself and by what holds for all: a pause of either, its own settings first. */
    Control over(Control all) {
        return new Control(
                migration,
                pause.or(all::pause),
                settings.orElse(all.settings()),
                settings.isEmpty() ? all.settingsBy() : settingsBy);
    }

    /** Returns whether nothing is asked. */
    public boolean isEmpty() {
        return pause.isEmpty() && settings.isEmpty();
    }

    /** Says that it is paused, by whom and since when; empty where it is not. */
    public Optional<String> describePause() {
        return pause.map(mark -> "paused by " + mark.who() + " since " + mark.at());
    }

    /** Says all that is asked, by whom and since when. */
    public String describe() {
        String set = settings.isEmpty()
                ? ""
                : settings.describe()
                        + settingsBy
                                .map(mark -> ", set by " + mark.who() + " at " + mark.at())
                                .orElse("");
        String separator = pause.isPresent() && !set.isEmpty() ? "; " : "";
        String text = describePause().orElse("") + separator + set;
        return text.isEmpty() ? "as the run was started" : text;
    }
}
