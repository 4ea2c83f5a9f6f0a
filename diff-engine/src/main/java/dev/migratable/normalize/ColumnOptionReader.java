package dev.migratable.normalize;

import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import java.util.Optional;
import java.util.Set;

/** Reads the options of a column: {@code COLLATE}, {@code DEFAULT} and {@code GENERATED ALWAYS AS}. For one text. */
public final class ColumnOptionReader {

    /** What ends a default; PostgreSQL takes no more than one operand or function call there without parentheses. */
    private static final Set<String> CLAUSES = Set.of(
            "not",
            "null",
            "collate",
            "unique",
            "primary",
            "check",
            "references",
            "generated",
            "default",
            "constraint",
            "deferrable",
            "initially",
            "storage",
            "compression");

    private static final String COLLATION = "Write COLLATE \"name\"";

    private final OptionCursor cursor;
    private Column column;

    private ColumnOptionReader(OptionCursor cursor, Column column) {
        this.cursor = cursor;
        this.column = column;
    }

    /** Returns the column with what the text says; as {@link OptionReader#read}. */
    public static Column read(Column plain, String options) throws UnreadOptionException {
        ColumnOptionReader reader = new ColumnOptionReader(OptionCursor.of(options), plain);
        while (!reader.cursor.atEnd()) {
            reader.clause();
        }
        return reader.column;
    }

    private void clause() throws UnreadOptionException {
        boolean hasValue = column.defaultValue().isPresent()
                || column.generated().isPresent()
                || column.identity().isPresent();
        boolean value = cursor.startsWith("default") || cursor.startsWith("generated", "always", "as");
        if (value && hasValue) {
            throw cursor.unread("the column has a default, a generation or an identity already", "Say one of them");
        }
        if (cursor.startsWith("collate")) {
            collate();
        } else if (cursor.take("default")) {
            String expression = cursor.expression(CLAUSES, "Write DEFAULT and one value");
            column = column.withDefault(Optional.of(expression));
        } else if (cursor.startsWith("generated", "always", "as")
                && !cursor.startsWith("generated", "always", "as", "identity")) {
            generated();
        } else {
            throw refusal();
        }
    }

    private void collate() throws UnreadOptionException {
        if (column.collation().isPresent()) {
            throw cursor.unread("the column has a collation already", "Say it once");
        }
        cursor.take("collate");
        String first = cursor.name(COLLATION);
        String name = cursor.symbol(".")
                ? quoted(first) + "." + quoted(cursor.name(COLLATION))
                : "pg_catalog." + quoted(first);
        column = column.withCollation(Optional.of(name).filter(n -> !n.equals("pg_catalog.\"default\"")));
    }

    /** As the catalog's reader writes it. */
    private static String quoted(String name) {
        boolean plain = name.matches("[a-z_][a-z0-9_]*") && !name.equals("default");
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private void generated() throws UnreadOptionException {
        String fix = "Write GENERATED ALWAYS AS (…) STORED, or VIRTUAL";
        cursor.take("generated", "always", "as");
        String expression = cursor.parenthesized(fix);
        boolean stored = cursor.startsWith("stored");
        if (!cursor.take("stored") && !cursor.take("virtual")) {
            throw cursor.unread("servers differ in what it is without a word on that", fix);
        }
        column = column.withGenerated(Optional.of(new Generated(expression, stored)));
    }

    private UnreadOptionException refusal() {
        if (cursor.startsWith("storage") || cursor.startsWith("compression")) {
            return cursor.unread(
                    "PostgreSQL takes it right behind the type, and no model says how values are stored",
                    OptionCursor.OWN_CHANGELOG);
        }
        if (cursor.startsWith("not", "null") || cursor.startsWith("null")) {
            return cursor.unread("it has a member of its own", "Say it with nullable");
        }
        if (cursor.startsWith("unique")) {
            return cursor.unread("it has a member of its own", "Say it with unique, or with @UniqueConstraint");
        }
        if (cursor.startsWith("check")) {
            return cursor.unread("it has a member of its own", "Say it with check, or with @Check");
        }
        if (cursor.startsWith("generated")) {
            return cursor.unread("an identity has an annotation of its own", "Say it with GenerationType.IDENTITY");
        }
        return cursor.unread(
                "a column has COLLATE, DEFAULT and GENERATED ALWAYS AS (…) STORED or VIRTUAL",
                "Say it with another member or annotation, or in a changelog of your own");
    }
}
