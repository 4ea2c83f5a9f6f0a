package dev.migratable.processor.read;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Puts what was read of an entity together to its tables, and notes which attribute is behind each column. */
final class MappingAssembly {

    private final ReadContext context;
    private final TypeElement entity;
    private final EntityParts parts;
    private final Map<Attribute, TypeElement> owners;
    private final List<String> partitions = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Sequence> ofCollections = new ArrayList<>();
    private final EnumTypes enumTypes;
    private final CompositeTypes compositeTypes;
    private final List<Table> contributions = new ArrayList<>();
    private final Map<ColumnName, EntityMapping.AttributeRef> attributes = new LinkedHashMap<>();
    private final Map<QualifiedName, EntityMapping.AttributeRef> others = new LinkedHashMap<>();
    private Declarations declarations = Declarations.NONE;
    private boolean complete = true;

    MappingAssembly(ReadContext context, TypeElement entity, EntityParts parts) {
        this.context = context;
        this.entity = entity;
        this.parts = parts;
        this.owners = parts.owners();
        this.enumTypes = new EnumTypes(context);
        this.compositeTypes = new CompositeTypes(context);
    }

    /** Returns the mapping; empty where something could not be read, which is then reported. */
    Optional<EntityMapping> read(List<Sequence> sequences, List<Table> ofGenerators) {
        Optional<List<SecondaryTables.Secondary>> secondary =
                new SecondaryTables(context, entity, parts.members()).take(parts.all());
        boolean different = secondary.isPresent()
                && Stream.concat(
                                Stream.of(parts.all()), secondary.get().stream().map(SecondaryTables.Secondary::parts))
                        .allMatch(p -> NameClash.namesAreDifferent(context, p.columns()));
        if (!different) {
            return Optional.empty();
        }
        if (!new PartitionKeys(context).join(entity, parts.all(), partitions)) {
            return Optional.empty();
        }
        Optional<Table> own = EntityParts.hasTable(context, entity) ? Optional.of(table()) : Optional.empty();
        secondary.get().forEach(this::secondary);
        for (EntityParts.Member member : parts.members()) {
            for (Attribute attribute : member.parts().collections()) {
                if (!collection(member.entity(), attribute)) {
                    return Optional.empty();
                }
            }
        }
        for (Table values : ofGenerators) {
            tables.add(values);
            others.put(
                    values.name(),
                    new EntityMapping.AttributeRef(
                            entity.getSimpleName().toString(), values.name().name(), List.of()));
        }
        ofCollections.addAll(sequences);
        compositeTypes.rejectIn(entity);
        if (!NameClash.tablesAreDifferent(context, entity, tables)
                || !enumTypes.areConsistent(tables)
                || !complete
                || !compositeTypes.areConsistent(tables, ofCollections, enumTypes.all())) {
            return Optional.empty();
        }
        enumTypes.attributes().forEach((type, attribute) -> others.put(type, ref(attribute)));
        compositeTypes.attributes().forEach((type, attribute) -> others.put(type, ref(attribute)));
        Model model = new Model(
                new Schema(tables, ofCollections.stream().distinct().toList(), enumTypes.all(), compositeTypes.all()),
                declarations,
                ContributionReader.merge(contributions));
        String className = entity.getQualifiedName().toString();
        String binaryName = context.elements().getBinaryName(entity).toString();
        return Optional.of(new EntityMapping(entity, className, binaryName, own, model, attributes, others));
    }

    private Table table() {
        List<MappedColumn> columns = parts.all().columns();
        QualifiedName name = new TargetReader(context).table(entity);
        List<String> key = new ArrayList<>(KeyReader.columns(context, entity).orElse(List.of()).stream()
                .map(MappedColumn::name)
                .toList());
        key.addAll(partitions);
        Table table = new TableReader(context, entity, AnnotationValues.find(entity, Jpa.TABLE), name, parts.all())
                .read(name, key);
        tables.add(table);
        declarations = declarations.and(new DeclarationReader(context).read(entity, name, columns));
        columns.forEach(c -> attributes.put(new ColumnName(name, c.name()), ref(c.attribute())));
        types(columns);
        return table;
    }

    private void secondary(SecondaryTables.Secondary secondary) {
        QualifiedName name = secondary.name();
        List<MappedColumn> columns = secondary.parts().columns();
        tables.add(new TableReader(context, entity, Optional.of(secondary.annotation()), name, secondary.parts())
                .read(name, secondary.key()));
        declarations = declarations.and(new DeclarationReader(context).readColumns(name, columns));
        columns.forEach(c -> attributes.put(new ColumnName(name, c.name()), ref(c.attribute())));
        types(columns);
        others.put(name, new EntityMapping.AttributeRef(entity.getSimpleName().toString(), name.name(), List.of()));
    }

    private boolean collection(TypeElement owner, Attribute attribute) {
        Optional<List<CollectionReader.CollectionTable>> collection = ToOneTableReader.hasTable(attribute)
                ? new ToOneTableReader(context, owner).read(attribute).map(List::of)
                : new CollectionReader(context, owner).read(attribute);
        collection.ifPresent(all -> all.forEach(c -> {
            QualifiedName other = c.table().name();
            if (!c.contributed()) {
                tables.add(c.table());
                others.put(other, ref(attribute));
                new CollectionIdReader(context, owner)
                        .sequence(attribute, other)
                        .ifPresent(ofCollections::add);
            } else if (!c.columns().isEmpty()) {
                contributions.add(c.table());
            }
            declarations = declarations.and(c.declarations());
            types(c.columns());
            c.columns()
                    .forEach(column -> attributes.put(new ColumnName(other, column.name()), ref(column.attribute())));
        }));
        return collection.isPresent();
    }

    private void types(List<MappedColumn> columns) {
        enumTypes.add(columns);
        compositeTypes.add(columns);
        complete &= LostColumns.areNone(context, columns);
    }

    private EntityMapping.AttributeRef ref(Attribute attribute) {
        List<EntityMapping.Member> members = new ArrayList<>();
        if (!attribute.isOfClass()) {
            members.add(member(attribute));
        }
        int inner = members.size();
        attribute.place().holders().forEach(holder -> members.add(inner, member(holder)));
        TypeElement owner = owners.getOrDefault(attribute, entity);
        return new EntityMapping.AttributeRef(owner.getSimpleName().toString(), attribute.path(), members);
    }

    private EntityMapping.Member member(Attribute attribute) {
        TypeElement owner = (TypeElement)
                Objects.requireNonNull(attribute.element().getEnclosingElement(), "a member has an owner");
        return new EntityMapping.Member(
                context.elements().getBinaryName(owner).toString(),
                attribute.element().getSimpleName().toString(),
                attribute.element().getKind());
    }
}
