package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;

/** Writes the statements that create and alter sequences; each can be run again. */
public final class SequenceSql {
    private SequenceSql() {}

    /** Returns the attributes of a sequence as they stand in {@code CREATE SEQUENCE}. */
    public static String options(SequenceOptions options) {
        return "INCREMENT BY " + options.increment() + " MINVALUE " + options.minimum() + " MAXVALUE "
                + options.maximum() + " START WITH " + options.start() + " CACHE " + options.cache()
                + (options.cycle() ? " CYCLE" : " NO CYCLE");
    }

    /** Creates a sequence, owned by nobody, unless it is there. */
    public static String create(Sequence sequence) {
        String kind = sequence.unlogged().orElse(false) ? "UNLOGGED SEQUENCE" : "SEQUENCE";
        return "CREATE " + kind + " IF NOT EXISTS " + Sql.name(sequence.name()) + " AS "
                + sequence.type().sql() + " " + options(sequence.options());
    }

    /** Creates a sequence of the widest type, owned by nobody, unless it is there. */
    public static String createAs(QualifiedName name, SequenceOptions options) {
        return "CREATE SEQUENCE IF NOT EXISTS " + Sql.name(name) + " " + options(options);
    }

    /** Gives a sequence the attributes of another record of it; its present value stays. */
    public static String alter(Sequence sequence) {
        return "ALTER SEQUENCE " + Sql.name(sequence.name()) + " AS "
                + sequence.type().sql() + " " + options(sequence.options());
    }

    /** Makes the column a sequence is owned by, or nobody, its owner. */
    public static String own(Sequence sequence) {
        return "ALTER SEQUENCE " + Sql.name(sequence.name()) + " OWNED BY "
                + sequence.ownedBy()
                        .map(c -> Sql.name(c.table()) + "." + Sql.identifier(c.column()))
                        .orElse("NONE");
    }

    /** Takes a sequence from the column it belongs to, if it is there. */
    public static String disown(QualifiedName sequence) {
        return "ALTER SEQUENCE IF EXISTS " + Sql.name(sequence) + " OWNED BY NONE";
    }

    /** Drops a sequence if it is there. */
    public static String drop(QualifiedName sequence) {
        return "DROP SEQUENCE IF EXISTS " + Sql.name(sequence);
    }
}
