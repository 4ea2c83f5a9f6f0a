package dev.migratable.normalize;

import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.ReferentialAction;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the options of a foreign key: {@code MATCH}, {@code ON DELETE} and {@code ON UPDATE}, when it is checked, and
 * {@code NOT VALID}. For one text.
 */
public final class ForeignKeyOptionReader {

    private static final String ON_DELETE = "Say it with @OnDelete or with options, not with both";

    private final OptionCursor cursor;
    private final ForeignKey plain;
    private final ConstraintTiming timing = new ConstraintTiming();
    private Optional<ReferentialAction> onDelete = Optional.empty();
    private Optional<ReferentialAction> onUpdate = Optional.empty();
    private boolean validated = true;

    private ForeignKeyOptionReader(OptionCursor cursor, ForeignKey plain) {
        this.cursor = cursor;
        this.plain = plain;
    }

    /** Returns the foreign key with what the text says; as {@link OptionReader#read}. */
    public static ForeignKey read(ForeignKey plain, String options) throws UnreadOptionException {
        return new ForeignKeyOptionReader(OptionCursor.of(options), plain).read();
    }

    private ForeignKey read() throws UnreadOptionException {
        boolean matchFull = match();
        while (cursor.startsWith("on")) {
            action();
        }
        while (!cursor.atEnd()) {
            if (cursor.startsWith("not", "valid")) {
                cursor.take("not", "valid");
                validated = false;
            } else if (!timing.take(cursor)) {
                throw refusal();
            }
        }
        return new ForeignKey(
                plain.name(),
                plain.columns(),
                plain.referencedTable(),
                plain.referencedColumns(),
                onDelete.orElse(plain.onDelete()),
                onUpdate.orElse(plain.onUpdate()),
                matchFull,
                timing.result(cursor),
                validated);
    }

    private boolean match() throws UnreadOptionException {
        if (cursor.startsWith("match") && plain.onDelete() != ReferentialAction.NO_ACTION) {
            throw cursor.unread("PostgreSQL takes it before ON DELETE, and Hibernate writes it behind that", ON_DELETE);
        }
        boolean full = cursor.take("match", "full");
        if (!full) {
            cursor.take("match", "simple");
        }
        return full;
    }

    private void action() throws UnreadOptionException {
        if (cursor.startsWith("on", "delete")) {
            if (onDelete.isPresent() || plain.onDelete() != ReferentialAction.NO_ACTION) {
                throw cursor.unread("ON DELETE is said already", ON_DELETE);
            }
            cursor.take("on", "delete");
            onDelete = Optional.of(word());
        } else if (cursor.startsWith("on", "update") && onUpdate.isEmpty()) {
            cursor.take("on", "update");
            onUpdate = Optional.of(word());
        } else {
            throw refusal();
        }
    }

    private ReferentialAction word() throws UnreadOptionException {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (cursor.take(action.name().toLowerCase(Locale.ROOT).split("_"))) {
                return action;
            }
        }
        throw refusal();
    }

    private UnreadOptionException refusal() {
        return cursor.unread(
                "a foreign key has MATCH FULL, ON DELETE and ON UPDATE, DEFERRABLE, INITIALLY … and NOT VALID, in this"
                        + " order",
                OptionCursor.OWN_CHANGELOG);
    }
}
