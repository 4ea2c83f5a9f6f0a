package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws the name and the facets of a column. */
final class Columns {

    private Columns() {}

    /** Returns the text of a name, quoted for Java; it differs from all other names. */
    static String name(ModelDraft model, String wish) {
        Draw draw = model.draw();
        String fresh = model.fresh(wish + "Col");
        return switch (draw.below(8)) {
            case 0 -> fresh.toUpperCase(Locale.ROOT);
            case 1 -> "`" + fresh + "`";
            case 2 -> "\\\"" + fresh + " of\\\"";
            case 3, 4 -> fresh;
            default -> fresh.toLowerCase(Locale.ROOT);
        };
    }

    /** Returns {@code @Column} with what was drawn for a type. */
    static List<String> facets(ModelDraft model, String type) {
        Draw draw = model.draw();
        List<String> facets = new ArrayList<>();
        if (draw.chance(15)) {
            facets.add("nullable = " + draw.oneOf("true", "false"));
        }
        if (draw.chance(10)) {
            facets.add("unique = true");
        }
        if (type.equals("String") && draw.chance(40)) {
            facets.add("length = " + draw.oneOf(1, 20, 255, 4000, 40_000, 100_000_000));
        }
        if (type.equals("BigDecimal") && draw.chance(60)) {
            facets.add("precision = " + draw.between(8, 20) + ", scale = " + draw.between(0, 6));
        }
        if (draw.chance(8)) {
            facets.add("comment = \"no " + draw.below(100) + "\"");
        }
        if (draw.chance(4)) {
            facets.add("updatable = false");
        }
        return facets;
    }
}
