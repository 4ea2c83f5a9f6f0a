package dev.migratable.processor.read;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
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
import javax.lang.model.element.ElementKind;
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
        this.context = new ReadContext(elements, types, new Naming(options), unit, diagnostics, options);
    }

    /** Returns whether an element is an entity. */
    public static boolean isEntity(TypeElement type) {
        return AnnotationValues.has(type, Jpa.ENTITY);
    }

    /** Returns whether an entity belongs to the model: by its own annotation or its package's. */
    public static boolean isOwned(TypeElement entity, PackageElement owner) {
        return isEntity(entity)
                && (AnnotationValues.has(entity, Jpa.MIGRATABLE) || AnnotationValues.has(owner, Jpa.MIGRATABLE));
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
        Optional<List<MappedColumn>> columns = columns(entity, vocabulary);
        if (!understood || columns.isEmpty()) {
            return Optional.empty();
        }
        if (columns.get().stream().noneMatch(MappedColumn::isId)) {
            context.error(entity, Problem.NO_ID);
            return Optional.empty();
        }
        return namesAreDifferent(columns.get()) ? mapping(entity, columns.get()) : Optional.empty();
    }

    private Optional<List<MappedColumn>> columns(TypeElement entity, MappingVocabulary vocabulary) {
        List<MappedColumn> columns = new ArrayList<>();
        boolean complete = true;
        for (Attribute attribute : new AttributeReader(context).read(entity)) {
            if (!vocabulary.understandsAttribute(attribute)) {
                complete = false;
            } else if (hasNoColumn(attribute)) {
                new DeclarationReader(context).rejectOn(attribute);
            } else {
                Optional<MappedColumn> column = AssociationReader.isAssociation(attribute)
                        ? new AssociationReader(context).read(attribute)
                        : new BasicColumnReader(context).read(attribute);
                column.ifPresent(columns::add);
                complete &= column.isPresent();
            }
        }
        return complete ? Optional.of(columns) : Optional.empty();
    }

    private static boolean hasNoColumn(Attribute attribute) {
        return attribute.has(Jpa.FORMULA) || AssociationReader.isInverse(attribute);
    }

    private boolean namesAreDifferent(List<MappedColumn> columns) {
        Map<String, MappedColumn> byName = new LinkedHashMap<>();
        boolean different = true;
        for (MappedColumn column : columns) {
            MappedColumn other = byName.putIfAbsent(column.column().name(), column);
            if (other != null) {
                String fact = "the column '" + column.column().name() + "' is also that of the attribute '"
                        + other.attribute().name() + "'";
                context.error(column.attribute().element(), Problem.NAME_TWICE, fact);
                different = false;
            }
        }
        return different;
    }

    private Optional<EntityMapping> mapping(TypeElement entity, List<MappedColumn> columns) {
        QualifiedName name = new TargetReader(context).table(entity);
        IdReader ids = new IdReader(context);
        List<Sequence> sequences = new ArrayList<>();
        List<MappedColumn> complete = new ArrayList<>();
        for (MappedColumn column : columns) {
            Optional<IdReader.Generation> generation = ids.read(entity, TargetReader.tableName(entity), column);
            if (generation.isEmpty()) {
                return Optional.empty();
            }
            generation.get().sequence().ifPresent(sequences::add);
            complete.add(column.withColumn(generation.get().column()));
        }
        Table table = new TableReader(context, entity, name, complete).read(name);
        Declarations declarations = new DeclarationReader(context).read(entity, name, complete);
        Model model = new Model(new Schema(List.of(table), sequences), declarations);
        Map<String, EntityMapping.AttributeRef> attributes = new LinkedHashMap<>();
        complete.forEach(c -> attributes.put(c.column().name(), ref(c.attribute())));
        String className = entity.getQualifiedName().toString();
        String binaryName = context.elements().getBinaryName(entity).toString();
        return Optional.of(new EntityMapping(entity, className, binaryName, model, attributes));
    }

    private static EntityMapping.AttributeRef ref(Attribute attribute) {
        TypeElement owner = (TypeElement)
                Objects.requireNonNull(attribute.element().getEnclosingElement(), "a member has an owner");
        ElementKind kind = attribute.element().getKind();
        String member = attribute.element().getSimpleName().toString();
        return new EntityMapping.AttributeRef(
                attribute.name(), owner.getQualifiedName().toString(), member, kind);
    }
}
