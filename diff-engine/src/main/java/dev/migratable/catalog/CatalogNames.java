package dev.migratable.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Operator classes and collations by oid, from the rows of {@code names.sql}. */
final class CatalogNames {

    /** An access method chooses a class for a type. */
    private record Choice(long method, long baseType) {}

    private record OperatorClass(String name, Choice choice, boolean isDefault) {}

    private final Map<Long, OperatorClass> classes = new HashMap<>();
    private final Set<Choice> defaults = new HashSet<>();
    private final Map<Long, String> collations = new HashMap<>();

    void add(Row row) throws SQLException {
        long oid = row.number("oid");
        String name = row.text("name");
        if (row.text("kind").equals("collation")) {
            collations.put(oid, name);
            return;
        }
        Choice choice = new Choice(row.number("method"), row.number("base_type"));
        boolean isDefault = row.flag("is_default");
        classes.put(oid, new OperatorClass(name, choice, isDefault));
        if (isDefault) {
            defaults.add(choice);
        }
    }

    /**
     * Returns the operator class only where it is not what the type gets by itself. A class marked default may still not be
     * the one of this type ({@code int4_ops} on an oid), which is so where another default exists for exactly this type.
     *
     * @param baseType the oid of the column's or expression's type, or of what that domain is based on
     * @param options in parentheses; empty where there are none
     */
    Optional<String> operatorClass(long oid, long baseType, String options) {
        OperatorClass found = classes.get(oid);
        if (found == null) {
            throw Row.concurrentChange("operator class");
        }
        boolean another =
                found.choice.baseType != baseType && defaults.contains(new Choice(found.choice.method, baseType));
        return !found.isDefault || another || !options.isEmpty() ? Optional.of(found.name + options) : Optional.empty();
    }

    /** Returns the name with its schema. */
    String collation(long oid) {
        String name = collations.get(oid);
        if (name == null) {
            throw Row.concurrentChange("collation");
        }
        return name;
    }
}
