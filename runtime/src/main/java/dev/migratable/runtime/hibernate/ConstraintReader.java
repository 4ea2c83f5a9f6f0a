package dev.migratable.runtime.hibernate;

import dev.migratable.normalize.ForeignKeyOptionReader;
import dev.migratable.normalize.Parentheses;
import dev.migratable.normalize.UniqueOptionReader;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Reads one table's constraints as Hibernate's exporters write them. */
final class ConstraintReader {

    private final PostgresNames postgresNames;
    private final Unread unread;
    private final Table table;
    private final QualifiedName name;
    private final ConstraintNames names;

    ConstraintReader(PostgresNames postgresNames, Unread unread, Table table, QualifiedName name) {
        this.postgresNames = postgresNames;
        this.unread = unread;
        this.table = table;
        this.name = name;
        this.names = new ConstraintNames(name.name());
    }

    Optional<PrimaryKey> primaryKey() {
        if (!table.hasPrimaryKey()) {
            return Optional.empty();
        }
        org.hibernate.mapping.PrimaryKey key = table.getPrimaryKey();
        List<String> columns = rawNames(key.getColumns());
        return Optional.of(PrimaryKey.of(
                Optional.ofNullable(key.getOrderingUniqueKey())
                        .filter(UniqueKey::isNameExplicit)
                        .map(unique -> names.given(PostgresNames.raw(unique.getName())))
                        .orElseGet(() -> names.free(List.of(), "pkey")),
                columns));
    }

    List<UniqueConstraint> uniqueConstraints() {
        List<UniqueConstraint> result = new ArrayList<>();
        for (Column column : table.getColumns()) {
            if (column.isUnique() && !table.isPrimaryKey(column)) {
                List<String> columns = rawNames(List.of(column));
                result.add(UniqueConstraint.of(names.free(columns, "key"), columns));
            }
        }
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (!isOfUniqueColumn(key)) {
                result.add(uniqueConstraint(key));
            }
        }
        return result;
    }

    /** Hibernate then writes the word UNIQUE behind the column, and nothing for the key. */
    private boolean isOfUniqueColumn(UniqueKey key) {
        if (key.getColumnSpan() != 1) {
            return false;
        }
        // the key's column may be a copy of the table's
        Column own = table.getColumn(key.getColumn(0));
        return key.getColumn(0).isUnique() || (own != null && own.isUnique());
    }

    private UniqueConstraint uniqueConstraint(UniqueKey key) {
        if (!key.getColumnOrderMap().isEmpty()) {
            unread.add(name, "unique key " + key.getName() + " has an order, which no constraint of PostgreSQL has");
        }
        List<String> columns = rawNames(key.getColumns());
        String keyName =
                key.isNameExplicit() ? names.given(PostgresNames.raw(key.getName())) : names.free(columns, "key");
        UniqueConstraint plain = UniqueConstraint.of(keyName, columns);
        return unread.withOptions(
                name, "unique key " + key.getName(), key.getOptions(), plain, UniqueOptionReader::read);
    }

    List<ForeignKey> foreignKeys() {
        List<ForeignKey> result = new ArrayList<>();
        for (org.hibernate.mapping.ForeignKey key : table.getForeignKeyCollection()) {
            if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                unread.addIfGiven(
                        name,
                        "the definition of foreign key " + key.getName(),
                        Optional.ofNullable(key.getKeyDefinition()));
                result.add(foreignKey(key));
            }
        }
        return result;
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        Table referenced = key.getReferencedTable();
        List<Column> targets =
                key.isReferenceToPrimaryKey() ? referenced.getPrimaryKey().getColumns() : key.getReferencedColumns();
        ForeignKey plain = new ForeignKey(
                names.given(PostgresNames.raw(key.getName())),
                rawNames(key.getColumns()),
                postgresNames.qualified(referenced),
                rawNames(targets),
                onDelete(Optional.ofNullable(key.getOnDeleteAction())),
                ReferentialAction.NO_ACTION,
                false,
                Deferrability.NOT_DEFERRABLE,
                true);
        return unread.withOptions(
                name, "foreign key " + key.getName(), key.getOptions(), plain, ForeignKeyOptionReader::read);
    }

    private static ReferentialAction onDelete(Optional<OnDeleteAction> action) {
        return switch (action.orElse(OnDeleteAction.NO_ACTION)) {
            case NO_ACTION -> ReferentialAction.NO_ACTION;
            case CASCADE -> ReferentialAction.CASCADE;
            case RESTRICT -> ReferentialAction.RESTRICT;
            case SET_NULL -> ReferentialAction.SET_NULL;
            case SET_DEFAULT -> ReferentialAction.SET_DEFAULT;
        };
    }

    /**
     * Reads the checks of columns and table.
     *
     * @param more expressions of further ones
     */
    List<CheckConstraint> checkConstraints(List<String> more) {
        List<CheckConstraint> result = new ArrayList<>();
        for (Column column : table.getColumns()) {
            List<org.hibernate.mapping.CheckConstraint> checks = column.getCheckConstraints();
            List<String> anonymous = checks.stream()
                    .filter(org.hibernate.mapping.CheckConstraint::isAnonymous)
                    .map(org.hibernate.mapping.CheckConstraint::getConstraintInParens)
                    .toList();
            if (!anonymous.isEmpty()) {
                // one constraint for all of them
                String checkName = names.free(rawNames(List.of(column)), "check");
                result.add(check(checkName, String.join(" and ", anonymous)));
            }
            checks.stream()
                    .filter(org.hibernate.mapping.CheckConstraint::isNamed)
                    .map(this::named)
                    .forEach(result::add);
        }
        table.getChecks().forEach(check -> result.add(named(check)));
        more.forEach(expression -> result.add(check(names.free(List.of(), "check"), expression)));
        return result;
    }

    private CheckConstraint named(org.hibernate.mapping.CheckConstraint check) {
        // PostgreSQL's dialect leaves the options of a check out, and so nothing of the schema depends on them
        boolean anonymous = check.getName() == null || check.getName().isBlank();
        String checkName = anonymous ? names.free(List.of(), "check") : names.given(PostgresNames.raw(check.getName()));
        return check(checkName, check.getConstraint());
    }

    private static CheckConstraint check(String name, String expression) {
        return new CheckConstraint(name, Parentheses.strip(expression), true);
    }

    private List<String> rawNames(List<Column> columns) {
        return columns.stream().map(postgresNames::raw).toList();
    }
}
