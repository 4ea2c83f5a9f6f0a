package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.List;

/**
 * Knows {@code @EmbeddedColumnNaming}: what an embedded attribute makes of the names of its basic columns, those that are
 * written included. On the elements of a collection Hibernate takes no notice of it.
 */
final class ColumnPattern {

    private static final String MARKER = "%s";

    private final ReadContext context;

    ColumnPattern(ReadContext context) {
        this.context = context;
    }

    /** Returns whether an embedded attribute's pattern is one; what is none is reported. */
    boolean understands(Attribute embedded) {
        boolean understood = embedded.annotation(Jpa.EMBEDDED_COLUMN_NAMING).stream()
                .map(a -> pattern(embedded, a))
                .allMatch(p -> p.contains(MARKER) && p.indexOf('%') == p.lastIndexOf('%'));
        if (!understood) {
            String fact = "the pattern of @EmbeddedColumnNaming has not one %s";
            context.error(embedded.element(), Problem.BAD_MEMBER, fact, "Write it as \"home_%s\"");
        }
        return understood;
    }

    private static String pattern(Attribute embedded, AnnotationValues naming) {
        return naming.text("value").orElse(embedded.name() + "_" + MARKER);
    }

    /** Returns what the embedded attributes around an attribute make of its column's name. */
    static String apply(Attribute attribute, String column) {
        List<Attribute> holders = attribute.place().holders();
        String name = column;
        for (int i = holders.size() - 1; i >= 0; i--) {
            Attribute holder = holders.get(i);
            if (EntityColumns.isCollection(holder.element())) {
                break;
            }
            String inner = name;
            name = holder.annotation(Jpa.EMBEDDED_COLUMN_NAMING)
                    .map(a -> pattern(holder, a).replace(MARKER, inner))
                    .orElse(inner);
        }
        return name;
    }
}
