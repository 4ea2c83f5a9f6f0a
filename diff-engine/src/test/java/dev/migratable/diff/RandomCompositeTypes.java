package dev.migratable.diff;

import dev.migratable.schema.Column;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Adds composite types, and columns that have them, to random schemas. From one schema to the next a type comes, goes or
 * stays as it is: nothing else is planned. Its numbers are its own, so that the other parts of a seed's schemas stay.
 */
final class RandomCompositeTypes {

    private static final CompositeType SPOT = new CompositeType(
            QualifiedName.inPublic("spot"),
            List.of(
                    new CompositeAttribute("x", SqlType.parse("numeric(9,6)")),
                    new CompositeAttribute("\"Y\"", SqlType.parse("timestamp(3)[]"))));

    /** It has the other one as an attribute. */
    private static final CompositeType PLACE = new CompositeType(
            QualifiedName.inPublic("A Place"),
            List.of(
                    new CompositeAttribute("spots", SqlType.parse("public.spot[]")),
                    new CompositeAttribute("name", SqlType.parse("text"), Optional.of("pg_catalog.\"C\"")),
                    new CompositeAttribute("spot", SqlType.parse("public.spot"))));

    private final Random random;

    RandomCompositeTypes(long seed) {
        this.random = new Random(~seed * 31);
    }

    Schema addTo(Schema schema) {
        List<CompositeType> types = new ArrayList<>();
        List<Table> tables = new ArrayList<>(schema.tables());
        boolean places = use(tables, PLACE, "public.\"A Place\"");
        boolean spots = use(tables, SPOT, "public.spot");
        if (places) {
            types.add(PLACE);
        }
        if (places || spots) {
            types.add(SPOT);
        }
        return schema.withTables(tables).withCompositeTypes(types);
    }

    private boolean use(List<Table> tables, CompositeType type, String sql) {
        boolean used = random.nextInt(100) < 25;
        for (int i = 0; i < tables.size(); i++) {
            if (random.nextInt(100) < 20) {
                List<Column> columns = new ArrayList<>(tables.get(i).columns());
                SqlType ofColumn = SqlType.parse(random.nextBoolean() ? sql : sql + "[]");
                columns.add(Column.of("of_" + type.name().name() + (ofColumn.isArray() ? "s" : ""), ofColumn, true));
                tables.set(i, tables.get(i).withColumns(columns));
                used = true;
            }
        }
        return used;
    }
}
