package dev.migratable.runtime.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.dialect.Dialect;

/** Finds what Hibernate would create beside tables and sequences. For one read. */
final class OtherObjects {

    /** Statements that make something which is no part of a table; others could change one, and are errors. */
    private static final Pattern BESIDE_TABLES = Pattern.compile(
            "(?is)\\s*create\\s+(or\\s+replace\\s+)?(aggregate|cast|collation|domain|extension|function|materialized"
                    + "|operator|procedure|type|view)\\b.*");

    private final Metadata metadata;
    private final Unread unread;
    private final List<String> names = new ArrayList<>();

    OtherObjects(Metadata metadata, Unread unread) {
        this.metadata = metadata;
        this.unread = unread;
    }

    void of(Namespace namespace) {
        namespace.getTables().stream()
                .filter(table -> table.isView())
                .forEach(view -> names.add("view " + view.getName()));
        namespace.getUserDefinedTypes().forEach(type -> names.add("type " + type.getName()));
    }

    void auxiliary() {
        Dialect dialect = metadata.getDatabase().getDialect();
        for (AuxiliaryDatabaseObject object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(dialect)) {
                for (String statement : object.sqlCreateStrings(new PlainNames(metadata.getDatabase()))) {
                    statement(statement);
                }
            }
        }
    }

    private void statement(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        if (BESIDE_TABLES.matcher(statement).matches()) {
            names.add("'" + line + "'");
        } else {
            unread.add("the auxiliary object '" + line + "' may change a table and is not read");
        }
    }

    /** Those that a log should name. */
    List<String> names() {
        return names;
    }
}
