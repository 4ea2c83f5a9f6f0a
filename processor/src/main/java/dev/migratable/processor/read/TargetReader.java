package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the table and the column that an association references; the entity there need not be {@code @Migratable}. */
final class TargetReader {

    private static final String REFERENCE_ID = "Reference an entity with one basic @Id attribute";

    private final ReadContext context;
    private final AttributeReader attributes;
    private final BasicColumnReader columns;

    TargetReader(ReadContext context) {
        this.context = context;
        this.attributes = new AttributeReader(context);
        this.columns = new BasicColumnReader(context);
    }

    /**
     * What is referenced.
     *
     * @param table the table
     * @param column its column
     */
    record Target(QualifiedName table, MappedColumn column) {}

    /** Returns the table's name as the mapping writes it: {@code @Table}, {@code @Entity(name)}, or the class's name. */
    static String tableName(TypeElement entity) {
        return AnnotationValues.find(entity, Jpa.TABLE)
                .flatMap(t -> t.text("name"))
                .or(() -> AnnotationValues.find(entity, Jpa.ENTITY).flatMap(e -> e.text("name")))
                .orElseGet(() -> binaryName(entity));
    }

    /** A nested class is called as its class file is, {@code Outer$Inner}; so does Hibernate. */
    private static String binaryName(TypeElement entity) {
        String name = entity.getSimpleName().toString();
        return entity.getEnclosingElement() instanceof TypeElement outer ? binaryName(outer) + "$" + name : name;
    }

    /** Returns the qualified name of an entity's table. */
    QualifiedName table(TypeElement entity) {
        Optional<String> schema = AnnotationValues.find(entity, Jpa.TABLE).flatMap(t -> t.text("schema"));
        return context.naming().qualified(schema, tableName(entity));
    }

    /** Returns what an association references; empty where it cannot be read, which is then reported. */
    Optional<Target> read(Attribute attribute, Optional<TypeMirror> explicit, Optional<String> referencedColumn) {
        TypeMirror type = explicit.orElse(attribute.type());
        boolean isEntity =
                type instanceof DeclaredType declared && AnnotationValues.has(declared.asElement(), Jpa.ENTITY);
        if (!isEntity || !(((DeclaredType) type).asElement() instanceof TypeElement entity)) {
            return fail(attribute, type + " is no @Entity", "Reference an entity");
        }
        if (EntityReader.superEntity(entity).isPresent()) {
            return fail(attribute, type + " extends an entity, which is not read yet", "Reference the superclass");
        }
        List<Attribute> all = attributes.read(entity);
        List<Attribute> found = referencedColumn.isPresent()
                ? named(all, referencedColumn.get())
                : all.stream().filter(a -> a.has(Jpa.ID)).toList();
        if (found.size() != 1) {
            String what = referencedColumn.map(c -> "column '" + c + "'").orElse("@Id attributes");
            return fail(attribute, type + " has " + found.size() + " " + what, REFERENCE_ID);
        }
        if (AssociationReader.isAssociation(found.get(0))) {
            return fail(attribute, type + " is identified by an association, which is not read yet", REFERENCE_ID);
        }
        return columns.read(found.get(0)).map(column -> new Target(table(entity), column));
    }

    private List<Attribute> named(List<Attribute> attributes, String column) {
        String raw = context.naming().raw(column);
        return attributes.stream()
                .filter(a -> !AssociationReader.isAssociation(a))
                .filter(a ->
                        context.naming().raw(BasicColumnReader.logicalName(a)).equals(raw))
                .toList();
    }

    private Optional<Target> fail(Attribute attribute, String fact, String fix) {
        context.error(attribute.element(), Problem.ASSOCIATION, fact, fix);
        return Optional.empty();
    }
}
