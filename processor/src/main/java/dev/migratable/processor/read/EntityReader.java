package dev.migratable.processor.read;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.option.ProcessorOptions.BeanValidation;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
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
            Elements elements,
            Types types,
            PersistenceUnit unit,
            Subclasses subclasses,
            Diagnostics diagnostics,
            ProcessorOptions options) {
        Naming naming = new Naming(options);
        boolean validated = options.beanValidation() == BeanValidation.DDL
                && elements.getTypeElement(ValidationReader.CONSTRAINT) != null;
        this.context = new ReadContext(
                elements,
                types,
                naming,
                unit,
                subclasses,
                diagnostics,
                options,
                validated,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new AnnotationIndex(),
                new HashSet<>());
    }

    /** Forgets what was read of classes in the round before: the compiler may have made them anew. */
    public void beginRound() {
        context.keys().clear();
        context.attributes().clear();
        context.annotations().clear();
    }

    /** Returns whether an element is an entity. */
    public static boolean isEntity(TypeElement type) {
        return AnnotationValues.has(type, Jpa.ENTITY);
    }

    /** Returns whether an entity belongs to the model: by its own annotation, its package's, or the option for all. */
    public boolean owns(TypeElement entity) {
        return isOwned(context, entity);
    }

    static boolean isOwned(ReadContext context, TypeElement entity) {
        return isEntity(entity)
                && (context.options().allEntities()
                        || AnnotationValues.has(entity, Jpa.MIGRATABLE)
                        || AnnotationValues.has(context.elements().getPackageOf(entity), Jpa.MIGRATABLE));
    }

    /** Returns whether all that the entity's mapping depends on is resolved. */
    public boolean isComplete(TypeElement entity) {
        return new Completeness(context).isComplete(entity);
    }

    /** Finds the entity that an entity extends, through whatever classes are between. */
    public static Optional<TypeElement> superEntity(TypeElement entity) {
        return Inheritance.superEntity(entity);
    }

    /** Returns the entity whose table an entity's own columns are in: its root, or itself. */
    public static TypeElement tableOwner(TypeElement entity) {
        return Inheritance.tableOwner(entity);
    }

    /** Finds the root of a JOINED hierarchy whose table has the discriminator of an entity. */
    public static Optional<TypeElement> discriminated(TypeElement entity) {
        TypeElement root = Inheritance.root(entity);
        boolean joined = Inheritance.strategy(entity) == Inheritance.Strategy.JOINED;
        return joined && AnnotationValues.has(root, Jpa.DISCRIMINATOR_COLUMN) ? Optional.of(root) : Optional.empty();
    }

    /** Returns whether the entities of an entity's hierarchy have tables with all their columns. */
    public static boolean isTablePerClass(TypeElement entity) {
        return Inheritance.strategy(entity) == Inheritance.Strategy.TABLE_PER_CLASS;
    }

    /** Returns whether the classes above an entity are known, so that it is known whose table it is in. */
    public static boolean isPlaced(TypeElement entity) {
        Optional<TypeElement> next = Optional.of(entity);
        while (next.isPresent()) {
            if (next.get().getSuperclass().getKind() == TypeKind.ERROR) {
                return false;
            }
            next = AttributeReader.superclass(next.get());
        }
        return true;
    }

    /** Reports what an entity that is not owned would change in the tables of those that are. */
    public void rejectInterference(TypeElement entity) {
        if (!owns(entity)) {
            new Strangers(context).check(entity);
        }
    }

    /** Reports an entity that cannot share a table with the others of its hierarchy as it is. */
    public void rejectPlace(TypeElement entity, String fact, String fix) {
        context.error(entity, Problem.INHERITANCE, fact, fix);
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

    /** Reports what a package, or a class that need not be owned, changes in the mapping of all. */
    public void rejectRegistration(Element element) {
        Registrations.reject(context, element);
    }

    /** Returns what is declared on a package. */
    public Declarations declarations(PackageElement owner) {
        return new DeclarationReader(context).read(owner);
    }

    /**
     * Reads an entity that has a table of its own, with the attributes of entities that share it; empty where something in
     * them could not be read, which is then reported.
     */
    public Optional<EntityMapping> read(TypeElement entity) {
        EntityParts parts = EntityParts.read(context, entity);
        MappingVocabulary vocabulary = new MappingVocabulary(context);
        InheritanceRules rules = new InheritanceRules(context);
        boolean understood = parts.all().isComplete();
        for (EntityParts.Member member : parts.members()) {
            understood &= rules.allow(member.entity());
            for (TypeElement type : AttributeReader.classes(member.entity())) {
                understood &= vocabulary.understandsClass(type);
            }
        }
        if (!understood) {
            return Optional.empty();
        }
        if (parts.all().columns().stream().noneMatch(MappedColumn::isId)) {
            context.error(entity, Problem.NO_ID);
            return Optional.empty();
        }
        return generated(entity, parts);
    }

    private Optional<EntityMapping> generated(TypeElement entity, EntityParts entityParts) {
        MappedParts parts = entityParts.all();
        List<Sequence> sequences = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        if (Inheritance.isRoot(entity)) {
            IdReader ids = new IdReader(context);
            String tableName = TargetReader.tableName(entity);
            List<MappedColumn> complete = new ArrayList<>();
            for (MappedColumn column : parts.columns()) {
                Optional<IdReader.Generation> generation = ids.read(entity, tableName, column);
                if (generation.isEmpty()) {
                    return Optional.empty();
                }
                generation.get().sequence().filter(s -> !sequences.contains(s)).ifPresent(sequences::add);
                generation
                        .get()
                        .table()
                        .filter(table -> !tables.contains(table))
                        .ifPresent(tables::add);
                complete.add(column.withColumn(generation.get().column()));
            }
            parts.columns().clear();
            parts.columns().addAll(complete);
        }
        boolean isSpreadOut = Inheritance.strategy(entity) == Inheritance.Strategy.TABLE_PER_CLASS
                && parts.columns().stream().anyMatch(c -> c.column().identity().isPresent());
        if (isSpreadOut) {
            String fact = "GenerationType.IDENTITY makes no value that is unique in all tables of a hierarchy";
            context.error(entity, Problem.GENERATOR, fact);
            return Optional.empty();
        }
        return new MappingAssembly(context, entity, entityParts).read(sequences, tables);
    }
}
