package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.Suggestion;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Reads an entity's {@code @SecondaryTable}s, and which of its columns are in which. */
final class SecondaryTables {

    /** Stands for the entity's own table. */
    static final String PRIMARY = "";

    /** Is no table's name. */
    private static final String UNKNOWN = "`";

    private final ReadContext context;
    private final TypeElement entity;
    private final Map<String, AnnotationValues> annotations = new LinkedHashMap<>();

    /**
     * Creates a reader.
     *
     * @param context what every reader needs
     * @param entity the entity that has the primary table
     * @param members the entities that have attributes in it
     */
    SecondaryTables(ReadContext context, TypeElement entity, List<EntityParts.Member> members) {
        this.context = context;
        this.entity = entity;
        for (EntityParts.Member member : members) {
            declared(member.entity())
                    .forEach(a -> annotations.putIfAbsent(
                            context.naming().raw(a.text("name").orElse("")), a));
        }
    }

    /**
     * One of the tables.
     *
     * @param annotation what declares it
     * @param name its name
     * @param parts its columns, those of its key first
     * @param key the names of the key's columns
     */
    record Secondary(AnnotationValues annotation, QualifiedName name, MappedParts parts, List<String> key) {}

    private static List<AnnotationValues> declared(TypeElement type) {
        return AnnotationValues.repeated(type, Jpa.SECONDARY_TABLE, Jpa.SECONDARY_TABLES);
    }

    /** Returns the table that a column is said to be in, as the mapping writes it; empty for the entity's own. */
    static String tableOf(MappedColumn column) {
        Attribute attribute = column.attribute();
        Optional<String> embedded = EmbeddedTables.of(attribute);
        if (embedded.isPresent() || attribute.isOfClass()) {
            return embedded.orElse(PRIMARY);
        }
        // both columns of an @Any are where that of its key is
        boolean isJoined = AssociationReader.isAssociation(attribute) || attribute.has(Jpa.ANY);
        if (!isJoined) {
            return attribute
                    .annotation(Jpa.COLUMN)
                    .flatMap(c -> c.text("table"))
                    .orElse(PRIMARY);
        }
        for (AnnotationValues join : attribute.joinColumns()) {
            Optional<String> table = join.text("table");
            if (table.isPresent()) {
                return table.get();
            }
        }
        return PRIMARY;
    }

    /** Takes the columns of secondary tables out; empty where something cannot be read, which is then reported. */
    Optional<List<Secondary>> take(MappedParts all) {
        if (!isRead(all)) {
            return Optional.empty();
        }
        List<Secondary> result = new ArrayList<>();
        for (Map.Entry<String, AnnotationValues> entry : annotations.entrySet()) {
            AnnotationValues annotation = entry.getValue();
            MappedParts parts = new KeyReader(context, false).linked(entity, annotation);
            List<String> key = new KeyReader(context, true)
                    .linked(entity, annotation).columns().stream()
                            .map(MappedColumn::name)
                            .toList();
            if (!parts.isComplete()) {
                return Optional.empty();
            }
            move(all, parts, entry.getKey());
            QualifiedName name = context.naming()
                    .qualified(
                            annotation.text("schema"), annotation.text("name").orElse(""));
            result.add(new Secondary(annotation, name, parts, key));
        }
        return Optional.of(result);
    }

    private void move(MappedParts all, MappedParts parts, String table) {
        Set<String> names = new LinkedHashSet<>();
        all.columns().removeIf(column -> {
            boolean moved = rawTable(column).equals(table);
            if (moved) {
                parts.columns().add(column);
                names.add(column.name());
            }
            return moved;
        });
        all.references()
                .removeIf(r ->
                        names.containsAll(r.columns()) && parts.references().add(r));
        all.uniques().removeIf(u -> names.containsAll(u) && parts.uniques().add(u));
    }

    /** The entity's own table may be named, too; where another schema has one of that name, only as it is written. */
    private String rawTable(MappedColumn column) {
        String table = tableOf(column);
        if (EmbeddedTables.holder(column.attribute()).isPresent()) {
            return embeddedTable(table);
        }
        if (table.equals(PRIMARY)) {
            return PRIMARY;
        }
        String ownTable = TargetReader.tableName(entity);
        boolean own = context.naming().raw(table).equals(context.naming().raw(ownTable))
                && (!annotations.containsKey(context.naming().raw(table))
                        || table.equals(context.naming().physical(ownTable)));
        return own ? PRIMARY : context.naming().raw(table);
    }

    /** Hibernate looks for it by the names that are written, which no strategy has changed yet. */
    private String embeddedTable(String table) {
        String written = context.naming().rawConstraint(table);
        if (written.equals(context.naming().rawConstraint(TargetReader.tableName(entity)))) {
            return PRIMARY;
        }
        return annotations.entrySet().stream()
                .filter(e -> e.getValue()
                        .text("name")
                        .map(context.naming()::rawConstraint)
                        .filter(written::equals)
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private boolean isRead(MappedParts all) {
        boolean read = true;
        Map<String, String> tables = new LinkedHashMap<>();
        for (MappedColumn column : all.columns()) {
            String table = rawTable(column);
            if (!table.equals(PRIMARY) && !annotations.containsKey(table)) {
                rejectUnknown(column);
                read = false;
            }
            String other = tables.putIfAbsent(column.name(), table);
            boolean ambiguous = other != null
                    && !other.equals(table)
                    && Stream.concat(
                                    all.uniques().stream(),
                                    all.references().stream()
                                            .filter(MappedReference::made)
                                            .map(MappedReference::columns))
                            .anyMatch(names -> names.contains(column.name()));
            if (ambiguous || column.isId() && !table.equals(PRIMARY)) {
                String fact = ambiguous
                        ? "two tables of the entity have a column '" + column.name()
                                + "', one of them with a constraint"
                        : "an identifier is in a secondary table";
                context.error(column.attribute().element(), Problem.BAD_MEMBER, fact, "Give it another name or table");
                read = false;
            }
        }
        return read && classIsRead();
    }

    private void rejectUnknown(MappedColumn column) {
        Optional<Attribute> holder = EmbeddedTables.holder(column.attribute());
        String hint = annotations.isEmpty()
                ? " Declare it with @SecondaryTable."
                : Suggestion.of(tableOf(column), annotations.keySet());
        context.error(
                holder.orElse(column.attribute()).element(),
                Problem.UNKNOWN_NAME,
                holder.isPresent() ? "@EmbeddedTable" : "'table'",
                tableOf(column),
                "@SecondaryTable",
                entity.getSimpleName(),
                hint);
    }

    private boolean classIsRead() {
        if (annotations.isEmpty()) {
            return true;
        }
        boolean checked = AnnotationValues.has(entity, Jpa.CHECK) || AnnotationValues.has(entity, Jpa.CHECKS);
        if (checked) {
            String fact = "@Check is on an entity with secondary tables, and may be for any of them";
            context.error(entity, Problem.BAD_MEMBER, fact, "Use check of @Table or @SecondaryTable");
        }
        boolean spread = Inheritance.strategy(entity) == Inheritance.Strategy.TABLE_PER_CLASS;
        if (spread) {
            String fact = "@SecondaryTable in a TABLE_PER_CLASS hierarchy is not read";
            context.error(entity, Problem.BAD_MEMBER, fact, "Put the columns into the entity's own table");
        }
        return !checked && !spread;
    }
}
