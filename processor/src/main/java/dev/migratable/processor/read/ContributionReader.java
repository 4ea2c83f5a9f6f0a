package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Reads a {@code @OneToMany} with {@code @JoinColumn}: its columns are in the table of the elements, which is another
 * entity's. They stay with the entity that declares them, so that either of the two can be compiled without the other, and
 * are put into the table where the parts of the model are merged.
 */
final class ContributionReader {

    private final ReadContext context;
    private final TypeElement entity;

    ContributionReader(ReadContext context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    /**
     * Reads what the collection adds to the elements' table, and to those of the entities below where these have tables with
     * all columns; empty where it cannot be read, which is then reported.
     */
    Optional<List<CollectionReader.CollectionTable>> read(Attribute attribute, CollectionType type) {
        TypeElement other = (TypeElement) ((DeclaredType) type.element()).asElement();
        if (!EntityReader.isOwned(context, other)) {
            String fact = "its @JoinColumn is a column of the table of " + other.getSimpleName()
                    + ", which is not @Migratable";
            context.error(
                    attribute.element(), Problem.ASSOCIATION, fact, "Annotate that one, too, or use a @JoinTable");
            return Optional.empty();
        }
        List<AnnotationValues> joins = attribute.joinColumns();
        Optional<TargetReader.Target> target = new TargetReader(context).read(attribute, entity, joins);
        MappedParts parts = new MappedParts();
        boolean read = target.isPresent()
                && new JoinColumnsReader(context, attribute)
                        .inElements()
                        .withOnDelete(AssociationReader.onDelete(attribute))
                        .read(target.get(), attribute.name(), foreignKey(attribute), parts);
        MappedParts index = new CollectionIndexReader(context, attribute).inElements(type, other);
        if (!read || !index.isComplete()) {
            return Optional.empty();
        }
        parts.add(index);
        new AttributeComments(context).applyToAdded(attribute, parts);
        if (!parts.isComplete()) {
            return Optional.empty();
        }
        if (parts.references().stream().anyMatch(reference -> isRivalled(attribute, other, reference))) {
            return Optional.empty();
        }
        List<CollectionReader.CollectionTable> result = new ArrayList<>();
        for (TypeElement holder : holders(other)) {
            MappedParts held = new MappedParts();
            held.add(parts);
            if (!holder.equals(other)) {
                held.references().replaceAll(MappedReference::withoutAction);
            }
            Optional<CollectionReader.CollectionTable> added =
                    added(attribute, new TargetReader(context).table(holder), held);
            if (added.isEmpty()) {
                return Optional.empty();
            }
            result.add(added.get());
        }
        return Optional.of(result);
    }

    /** What the element itself says of a column hides this foreign key even where none is made of it. */
    private boolean isRivalled(Attribute attribute, TypeElement other, MappedReference reference) {
        boolean rivalled = new EntityColumns(context)
                .read(other).references().stream()
                        .anyMatch(r -> !r.made()
                                && r.columns().equals(reference.columns())
                                && !r.table().equals(reference.table()));
        if (rivalled) {
            String fact = "an attribute of " + other.getSimpleName() + " has its columns "
                    + String.join(", ", reference.columns()) + ", too, and references another table";
            String fix = "Write @ForeignKey(ConstraintMode.NO_CONSTRAINT) on one of them";
            context.error(attribute.element(), Problem.ASSOCIATION, fact, fix);
        }
        return rivalled;
    }

    /** Returns the entities in whose tables the rows of an entity are. */
    private List<TypeElement> holders(TypeElement element) {
        if (!new TargetReader(context).isSpread(element)) {
            return List.of(element);
        }
        return Stream.concat(Stream.of(element), context.subclasses().below(element).stream())
                .filter(e -> EntityReader.isOwned(context, e) && EntityParts.hasTable(context, e))
                .toList();
    }

    /** Makes what is added to a table. */
    Optional<CollectionReader.CollectionTable> added(Attribute attribute, QualifiedName name, MappedParts parts) {
        if (!NameClash.namesAreDifferent(context, parts.columns())) {
            return Optional.empty();
        }
        Table table =
                new TableReader(context, attribute.element(), Optional.empty(), name, parts).read(name, List.of());
        Declarations declarations = new DeclarationReader(context).readContribution(attribute, name, parts.columns());
        return Optional.of(new CollectionReader.CollectionTable(table, parts.columns(), declarations, true));
    }

    /** Hibernate heeds that of an override alone where there is one, and otherwise that of a single join column. */
    private static ForeignKeyAnnotations foreignKey(Attribute attribute) {
        return ForeignKeyAnnotations.of(attribute
                .place()
                .overrides()
                .association(attribute.name())
                .or(() -> attribute.annotations().find(Jpa.JOIN_COLUMN))
                .flatMap(a -> a.annotation("foreignKey")));
    }

    /** Puts what several attributes add to one table together. */
    static Schema merge(List<Table> contributions) {
        Map<QualifiedName, Table> byName = new LinkedHashMap<>();
        for (Table table : contributions) {
            byName.merge(table.name(), table, ContributionReader::merge);
        }
        return new Schema(List.copyOf(byName.values()), List.of());
    }

    private static Table merge(Table one, Table other) {
        return one.withColumns(joined(
                        one.columns(),
                        other.columns().stream()
                                .filter(c -> one.column(c.name()).isEmpty())
                                .toList()))
                .withUniqueConstraints(joined(one.uniqueConstraints(), other.uniqueConstraints()))
                .withForeignKeys(joined(one.foreignKeys(), other.foreignKeys()))
                .withCheckConstraints(joined(one.checkConstraints(), other.checkConstraints()));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return new ArrayList<>(
                Stream.concat(one.stream(), other.stream()).distinct().toList());
    }
}
