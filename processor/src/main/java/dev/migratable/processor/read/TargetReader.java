package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the table and the columns that an association references; the entity there need not be {@code @Migratable}. */
final class TargetReader {

    private static final String REFERENCE_ID = "Reference an entity by its identifier or by one basic column";

    private final ReadContext context;

    TargetReader(ReadContext context) {
        this.context = context;
    }

    /**
     * What is referenced.
     *
     * @param table the table
     * @param joined its columns, each with what the mapping says of the column that references it
     * @param constrained whether a foreign key can reference it: the rows of an entity below one of a TABLE_PER_CLASS
     *     hierarchy are in tables of their own
     * @param doubt why that is not known
     */
    record Target(QualifiedName table, List<Joined> joined, boolean constrained, Optional<String> doubt) {

        List<String> columns() {
            return joined.stream().map(j -> j.target().name()).toList();
        }

        /** Returns one without a foreign key, as Hibernate makes none from a collection's table to a column of elements. */
        Target constrainedByIdentifier() {
            boolean isIdentifier = joined.stream().allMatch(j -> j.target().isId());
            return new Target(table, joined, constrained && isIdentifier, doubt);
        }
    }

    /**
     * A column that is referenced.
     *
     * @param target the column
     * @param join the {@code @JoinColumn} for it
     * @param logicalName the column's name as the implicit name of a join column has it: quoted where the table's name is
     */
    record Joined(MappedColumn target, Optional<AnnotationValues> join, String logicalName) {}

    /** Returns the table's name as the mapping writes it: {@code @Table}, {@code @Entity(name)}, or the class's name. */
    static String tableName(TypeElement entity) {
        TypeElement owner = Inheritance.tableOwner(entity);
        return AnnotationValues.find(owner, Jpa.TABLE)
                .flatMap(t -> t.text("name"))
                .orElseGet(() -> entityName(owner));
    }

    /** Returns the entity's name: {@code @Entity(name)}, or the class's name. */
    static String entityName(TypeElement entity) {
        return AnnotationValues.find(entity, Jpa.ENTITY)
                .flatMap(e -> e.text("name"))
                .orElseGet(() -> binaryName(entity));
    }

    /** A nested class is called as its class file is, {@code Outer$Inner}; so does Hibernate. */
    private static String binaryName(TypeElement entity) {
        String name = entity.getSimpleName().toString();
        return entity.getEnclosingElement() instanceof TypeElement outer ? binaryName(outer) + "$" + name : name;
    }

    /** Returns the qualified name of an entity's table. */
    QualifiedName table(TypeElement entity) {
        Optional<String> schema =
                AnnotationValues.find(Inheritance.tableOwner(entity), Jpa.TABLE).flatMap(t -> t.text("schema"));
        return context.naming().qualified(schema, tableName(entity));
    }

    /** Returns what an association references; empty where it cannot be read, which is then reported. */
    Optional<Target> read(Attribute attribute, Optional<TypeMirror> explicit, List<AnnotationValues> joins) {
        TypeMirror type = explicit.orElse(attribute.type());
        boolean isEntity =
                type instanceof DeclaredType declared && AnnotationValues.has(declared.asElement(), Jpa.ENTITY);
        if (!isEntity || !(((DeclaredType) type).asElement() instanceof TypeElement entity)) {
            return fail(attribute, type + " is no @Entity", "Reference an entity");
        }
        return read(attribute, entity, joins);
    }

    /** Returns what join columns to an entity reference. */
    Optional<Target> read(Attribute attribute, TypeElement entity, List<AnnotationValues> joins) {
        if (AnnotationValues.has(Inheritance.tableOwner(entity), Jpa.VIEW)) {
            // Hibernate makes a foreign key, and PostgreSQL takes none
            String fact = entity + " is a @View, which no foreign key can reference";
            return fail(attribute, fact, "Reference a table, or remove @Migratable from the entity");
        }
        if (!context.visiting().add(entity.toString())) {
            return fail(attribute, entity + " is identified by itself", REFERENCE_ID);
        }
        try {
            Optional<List<Joined>> joined = attribute
                    .annotation(Jpa.PROPERTY_REF)
                    .map(ref -> byAttribute(attribute, entity, ref.text("value").orElse(""), joins))
                    .orElseGet(() -> joined(attribute, entity, joins));
            boolean constrained = !AnnotationValues.has(entity, Jpa.SUBSELECT)
                    && attribute.joinFormulas().isEmpty();
            return joined.map(columns -> new Target(
                    table(entity), columns, constrained && !isSpread(holder(entity, columns)), doubt(entity)));
        } finally {
            context.visiting().remove(entity.toString());
        }
    }

    /** To Hibernate, a column that is no identifier's is referenced in the table of the entity that declares it. */
    private TypeElement holder(TypeElement entity, List<Joined> joined) {
        boolean isInherited = Inheritance.strategy(entity) == Inheritance.Strategy.TABLE_PER_CLASS
                && !joined.get(0).target().isId();
        return isInherited
                ? Inheritance.lineage(entity).stream()
                        .filter(type -> new EntityColumns(context)
                                .declares(type, joined.get(0).target()))
                        .findFirst()
                        .orElse(entity)
                : entity;
    }

    /** Returns whether rows of an entity are in several tables, as far as its module tells. */
    boolean isSpread(TypeElement entity) {
        return Inheritance.strategy(entity) == Inheritance.Strategy.TABLE_PER_CLASS
                && context.subclasses().has(entity);
    }

    /** The classes of another module do not say what extends them, nor does an abstract one that nothing here extends. */
    private Optional<String> doubt(TypeElement entity) {
        boolean known = Inheritance.strategy(entity) != Inheritance.Strategy.TABLE_PER_CLASS
                || context.subclasses().has(entity)
                || entity.getModifiers().contains(Modifier.FINAL)
                || context.subclasses().isOfModule(entity) && !Discriminator.isAbstract(entity);
        return known
                ? Optional.empty()
                : Optional.of(
                        "whether entities of other modules extend " + entity
                                + ", which is TABLE_PER_CLASS, is not known, and a foreign key references it only where none does");
    }

    /** Returns whether a foreign key can reference the target; false, and reported, where that is not known. */
    boolean isConstrained(Attribute attribute, Target target) {
        target.doubt()
                .ifPresent(fact -> context.error(
                        attribute.element(),
                        Problem.ASSOCIATION,
                        fact,
                        "Add foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT) to the @JoinColumn, or compile the"
                                + " hierarchy in this module"));
        return target.constrained();
    }

    private Optional<List<Joined>> joined(Attribute attribute, TypeElement entity, List<AnnotationValues> joins) {
        Optional<List<MappedColumn>> key = KeyReader.columns(context, entity);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        List<MappedColumn> targets = key.get();
        if (referencesOthers(targets, joins)) {
            Optional<List<MappedColumn>> others = others(attribute, entity, joins);
            return others.flatMap(columns -> pairs(attribute, entity, columns, joins));
        }
        Optional<String> name = joins.size() == 1 ? joins.get(0).text("referencedColumnName") : Optional.empty();
        if (name.isPresent() && find(targets, name.get()).isEmpty()) {
            targets = new EntityColumns(context)
                    .basicColumn(entity, name.get()).stream().toList();
            if (targets.isEmpty()) {
                return fail(attribute, entity + " has no column '" + name.get() + "'", REFERENCE_ID);
            }
            if (!SecondaryTables.tableOf(targets.get(0)).equals(SecondaryTables.PRIMARY)) {
                return fail(attribute, "the column '" + name.get() + "' is in a secondary table", REFERENCE_ID);
            }
            if (!isUnique(entity, targets.get(0))) {
                String fact = "Hibernate makes the column '" + targets.get(0).name() + "' of " + entity
                        + " unique because it is referenced, which is not read";
                return fail(attribute, fact, "Say so there with @Column(unique = true)");
            }
        }
        int written = joins.size() + attribute.joinFormulas().size();
        if (targets.isEmpty() || written > 0 && written != targets.size()) {
            String fact =
                    entity + " is identified by " + targets.size() + " columns, and " + joins.size() + " are joined";
            return fail(attribute, fact, REFERENCE_ID);
        }
        return pairs(attribute, entity, targets, joins);
    }

    /** Returns whether several join columns name what they reference, and that is not the identifier. */
    private boolean referencesOthers(List<MappedColumn> ids, List<AnnotationValues> joins) {
        List<String> names = joins.stream()
                .flatMap(j -> j.text("referencedColumnName").stream())
                .toList();
        return joins.size() > 1
                && names.size() == joins.size()
                && (names.size() != ids.size()
                        || names.stream().anyMatch(name -> find(ids, name).isEmpty()));
    }

    /** Finds the columns by the names of their attributes, which is the order that Hibernate gives the foreign key. */
    private Optional<List<MappedColumn>> others(Attribute attribute, TypeElement entity, List<AnnotationValues> joins) {
        List<MappedColumn> columns = new ArrayList<>();
        for (AnnotationValues join : joins) {
            String name = join.text("referencedColumnName").orElseThrow();
            Optional<MappedColumn> column = new EntityColumns(context)
                    .basicColumn(entity, name)
                    .filter(c -> SecondaryTables.tableOf(c).equals(SecondaryTables.PRIMARY));
            if (column.isEmpty()) {
                String fact = entity + " has no basic attribute with the column '" + name + "'";
                return fail(attribute, fact, "Reference an entity by its identifier or by basic columns");
            }
            columns.add(column.get());
        }
        columns.sort(Comparator.comparing(c -> c.attribute().name()));
        if (!areUnique(entity, columns)) {
            String names = columns.stream().map(MappedColumn::name).collect(Collectors.joining(", "));
            String fact = "Hibernate makes the columns " + names + " of " + entity
                    + " unique together because they are referenced, which is not read";
            return fail(attribute, fact, "Say so there with @Table(uniqueConstraints = …)");
        }
        return Optional.of(columns);
    }

    private boolean areUnique(TypeElement entity, List<MappedColumn> columns) {
        List<String> natural = new AttributeReader(context)
                .read(entity).stream()
                        .filter(a -> a.has(Jpa.NATURAL_ID))
                        .map(Attribute::name)
                        .sorted()
                        .toList();
        return natural.equals(columns.stream().map(c -> c.attribute().name()).toList())
                || uniques(entity)
                        .anyMatch(names -> names.size() == columns.size()
                                && names.stream()
                                        .allMatch(name -> find(columns, name).isPresent()));
    }

    private static Stream<List<String>> uniques(TypeElement entity) {
        return AnnotationValues.find(Inheritance.tableOwner(entity), Jpa.TABLE)
                .map(table -> table.annotations("uniqueConstraints"))
                .orElse(List.of())
                .stream()
                .map(unique -> unique.texts("columnNames"));
    }

    /** Returns whether the referenced entity says itself that a column is unique. */
    private boolean isUnique(TypeElement entity, MappedColumn column) {
        boolean isNatural = column.attribute().has(Jpa.NATURAL_ID)
                && new AttributeReader(context)
                                .read(entity).stream()
                                        .filter(a -> a.has(Jpa.NATURAL_ID))
                                        .count()
                        == 1;
        return column.unique()
                || isNatural
                || uniques(entity)
                        .anyMatch(names -> names.size() == 1
                                && find(List.of(column), names.get(0)).isPresent());
    }

    /** Several join columns must each say what they reference: the order they are in is not what Hibernate goes by. */
    private Optional<List<Joined>> pairs(
            Attribute attribute, TypeElement entity, List<MappedColumn> targets, List<AnnotationValues> joins) {
        boolean quotedTable = Naming.isQuoted(tableName(entity));
        KeyTypes types = new KeyTypes(context);
        if (targets.size() == 1) {
            // an association to one entity is made after the key it references
            boolean carried = AssociationReader.isToOne(attribute)
                    || types.isCarried(
                            attribute.element(),
                            entity,
                            targets.get(0),
                            joins.stream().findFirst());
            return carried
                    ? Optional.of(List.of(joined(targets.get(0), joins.stream().findFirst(), quotedTable)))
                    : Optional.empty();
        }
        if (joins.isEmpty() && !types.areCarried(attribute.element(), entity, targets)) {
            return Optional.empty();
        }
        List<Joined> result = new ArrayList<>();
        for (MappedColumn target : targets) {
            Optional<AnnotationValues> join = joins.stream()
                    .filter(j -> find(
                                    List.of(target),
                                    j.text("referencedColumnName").orElse(""))
                            .isPresent())
                    .findFirst();
            if (join.isEmpty() && isByFormula(attribute, target)) {
                continue;
            }
            if (join.isEmpty() && !joins.isEmpty()) {
                String fact = "no @JoinColumn references the column '" + target.name() + "' of " + entity;
                return fail(attribute, fact, "Name each with referencedColumnName");
            }
            if (!types.isCarried(attribute.element(), entity, target, join)) {
                return Optional.empty();
            }
            result.add(joined(target, join, quotedTable));
        }
        return Optional.of(result);
    }

    private boolean isByFormula(Attribute attribute, MappedColumn target) {
        return attribute.joinFormulas().stream()
                .anyMatch(f -> find(
                                List.of(target), f.text("referencedColumnName").orElse(""))
                        .isPresent());
    }

    /** What {@code @PropertyRef} names is referenced, and the join column is called as if it were the identifier. */
    private Optional<List<Joined>> byAttribute(
            Attribute attribute, TypeElement entity, String name, List<AnnotationValues> joins) {
        List<MappedColumn> ids = new KeyReader(context, true).read(entity).columns();
        Optional<MappedColumn> target = new EntityColumns(context).basicColumnOf(entity, name);
        boolean understood = ids.size() == 1
                && joins.size() < 2
                && joins.stream().noneMatch(j -> j.text("referencedColumnName").isPresent())
                && target.filter(t -> SecondaryTables.tableOf(t).equals(SecondaryTables.PRIMARY))
                        .isPresent();
        if (!understood) {
            String fact = "@PropertyRef(\"" + name + "\") is not read where " + entity
                    + " has no basic attribute of that name, or several columns identify it or are joined";
            return fail(attribute, fact, "Use @JoinColumn with referencedColumnName");
        }
        if (!isUnique(entity, target.get())) {
            String fact = "the column '" + target.get().name() + "' of " + entity + " is not unique, and no foreign key"
                    + " can reference it";
            return fail(attribute, fact, "Say so there with @Column(unique = true)");
        }
        boolean quotedTable = Naming.isQuoted(tableName(entity));
        Joined byId = joined(ids.get(0), joins.stream().findFirst(), quotedTable);
        return Optional.of(List.of(new Joined(target.get(), byId.join(), byId.logicalName())));
    }

    private Joined joined(MappedColumn target, Optional<AnnotationValues> join, boolean quotedTable) {
        String name = target.logicalName();
        if (quotedTable) {
            name = Naming.quoted(isImplicitJoin(target) ? context.naming().physical(name) : name);
        }
        return new Joined(target, join, name);
    }

    /** The logical name of a join column that has no name is to Hibernate the one the naming strategy has made of it. */
    private static boolean isImplicitJoin(MappedColumn column) {
        Attribute attribute = column.attribute();
        return (attribute.has(Jpa.MANY_TO_ONE) || attribute.has(Jpa.ONE_TO_ONE))
                && attribute.joinColumns().stream()
                        .noneMatch(j -> j.text("name")
                                .filter(column.logicalName()::equals)
                                .isPresent());
    }

    private Optional<MappedColumn> find(List<MappedColumn> columns, String name) {
        return new ColumnNames(columns, context.naming()).column(name);
    }

    private <T> Optional<T> fail(Attribute attribute, String fact, String fix) {
        context.error(attribute.element(), Problem.ASSOCIATION, fact, fix);
        return Optional.empty();
    }
}
