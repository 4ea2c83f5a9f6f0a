package dev.migratable.processor.read;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads an entity into the model of its table. What cannot be read is reported on its element and does not keep the rest
 * from being checked.
 */
public final class EntityReader {

    private final ReadContext context;

    /** Creates a reader for one compilation. */
    public EntityReader(
            Elements elements, Types types, PersistenceUnit unit, Diagnostics diagnostics, ProcessorOptions options) {
        this.context =
                new ReadContext(elements, types, new Naming(options), unit, diagnostics, options, new HashSet<>());
    }

    /** Returns whether an element is an entity. */
    public static boolean isEntity(TypeElement type) {
        return AnnotationValues.has(type, Jpa.ENTITY);
    }

    /** Returns whether an entity belongs to the model: by its own annotation, its package's, or the option for all. */
    public boolean owns(TypeElement entity) {
        return isEntity(entity)
                && (context.options().allEntities()
                        || AnnotationValues.has(entity, Jpa.MIGRATABLE)
                        || AnnotationValues.has(context.elements().getPackageOf(entity), Jpa.MIGRATABLE));
    }

    /** Returns whether all that the entity's mapping depends on is resolved. */
    public static boolean isComplete(TypeElement entity) {
        return Completeness.isComplete(entity);
    }

    /** Finds the entity that an entity extends, through whatever classes are between. */
    public static Optional<TypeElement> superEntity(TypeElement entity) {
        Optional<TypeElement> superclass = AttributeReader.superclass(entity);
        while (superclass.isPresent() && !isEntity(superclass.get())) {
            superclass = AttributeReader.superclass(superclass.get());
        }
        return superclass;
    }

    /** Reports annotations of ours on a class that is no entity, where they would do nothing. */
    public void rejectStray(TypeElement type) {
        boolean stray = !isEntity(type);
        for (String name :
                List.of(Jpa.MIGRATABLE, Jpa.RETIRED, Jpa.RENAMED_FROM, Jpa.POSTGRES_INDEX, Jpa.POSTGRES_INDEXES)) {
            if (stray && AnnotationValues.has(type, name)) {
                context.error(type, Problem.NOT_AN_ENTITY, name.substring(Jpa.OWN.length()));
            }
        }
    }

    /** Returns what is declared on a package. */
    public Declarations declarations(PackageElement owner) {
        return new DeclarationReader(context).read(owner);
    }

    /** Reads an entity; empty where something in it could not be read, which is then reported. */
    public Optional<EntityMapping> read(TypeElement entity) {
        Optional<TypeElement> superEntity = superEntity(entity);
        if (superEntity.isPresent()) {
            context.error(entity, Problem.INHERITANCE, superEntity.get().getSimpleName());
            return Optional.empty();
        }
        MappingVocabulary vocabulary = new MappingVocabulary(context);
        boolean understood = AttributeReader.classes(entity).stream()
                .map(vocabulary::understandsClass)
                .reduce(true, Boolean::logicalAnd);
        MappedParts parts = new EntityColumns(context).read(entity);
        if (!understood || !parts.isComplete()) {
            return Optional.empty();
        }
        if (parts.columns().stream().noneMatch(MappedColumn::isId)) {
            context.error(entity, Problem.NO_ID);
            return Optional.empty();
        }
        return NameClash.namesAreDifferent(context, parts.columns()) ? mapping(entity, parts) : Optional.empty();
    }

    private Optional<EntityMapping> mapping(TypeElement entity, MappedParts parts) {
        QualifiedName name = new TargetReader(context).table(entity);
        IdReader ids = new IdReader(context);
        List<Sequence> sequences = new ArrayList<>();
        List<MappedColumn> complete = new ArrayList<>();
        for (MappedColumn column : parts.columns()) {
            Optional<IdReader.Generation> generation = ids.read(entity, TargetReader.tableName(entity), column);
            if (generation.isEmpty()) {
                return Optional.empty();
            }
            generation.get().sequence().ifPresent(sequences::add);
            complete.add(column.withColumn(generation.get().column()));
        }
        parts.columns().clear();
        parts.columns().addAll(complete);
        return mapping(entity, name, parts, sequences);
    }

    private Optional<EntityMapping> mapping(
            TypeElement entity, QualifiedName name, MappedParts parts, List<Sequence> sequences) {
        List<MappedColumn> complete = parts.columns();
        Table table = new TableReader(context, entity, AnnotationValues.find(entity, Jpa.TABLE), name, parts)
                .read(name, EntityColumns.inKeyOrder(context).keyColumns(entity));
        Declarations declarations = new DeclarationReader(context).read(entity, name, complete);
        Map<ColumnName, EntityMapping.AttributeRef> attributes = new LinkedHashMap<>();
        complete.forEach(c -> attributes.put(new ColumnName(name, c.name()), ref(c.attribute())));
        Map<QualifiedName, EntityMapping.AttributeRef> collections = new LinkedHashMap<>();
        List<Table> tables = new ArrayList<>(List.of(table));
        CollectionReader reader = new CollectionReader(context, entity);
        for (Attribute attribute : parts.collections()) {
            Optional<CollectionReader.CollectionTable> collection = reader.read(attribute);
            if (collection.isEmpty()) {
                return Optional.empty();
            }
            QualifiedName other = collection.get().table().name();
            tables.add(collection.get().table());
            declarations = declarations.and(collection.get().declarations());
            collections.put(other, ref(attribute));
            collection
                    .get()
                    .columns()
                    .forEach(c -> attributes.put(new ColumnName(other, c.name()), ref(c.attribute())));
        }
        Model model = new Model(new Schema(tables, sequences), declarations);
        String className = entity.getQualifiedName().toString();
        String binaryName = context.elements().getBinaryName(entity).toString();
        return Optional.of(new EntityMapping(entity, className, binaryName, table, model, attributes, collections));
    }

    private EntityMapping.AttributeRef ref(Attribute attribute) {
        List<EntityMapping.Member> members = new ArrayList<>();
        members.add(member(attribute));
        attribute.place().holders().forEach(holder -> members.add(1, member(holder)));
        return new EntityMapping.AttributeRef(attribute.path(), members);
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
