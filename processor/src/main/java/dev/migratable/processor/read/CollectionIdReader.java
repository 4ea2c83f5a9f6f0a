package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * Reads {@code @CollectionId}: a column of the collection's table that is its primary key. Of the generators the one is read
 * that makes its values in the application and needs nothing of the database.
 */
final class CollectionIdReader {

    private static final Set<String> TYPES = Set.of("java.lang.Long", "java.lang.Integer", "java.lang.Short");
    private static final String INCREMENT = "increment";

    private final ReadContext context;

    CollectionIdReader(ReadContext context) {
        this.context = context;
    }

    /** Returns the column; what cannot be read is reported. */
    MappedParts read(Attribute attribute, CollectionType type) {
        MappedParts result = new MappedParts();
        Optional<MappedColumn> column = attribute
                .annotation(Jpa.COLLECTION_ID)
                .flatMap(id -> id.annotation("column"))
                .filter(written -> written.text("name").isPresent())
                .filter(written -> isRead(attribute, type))
                .flatMap(written -> column(attribute, written));
        if (column.isEmpty()) {
            String fact = "@CollectionId is read on a List without @OrderColumn, with column = @Column(name = \"…\"),"
                    + " generator = \"increment\" and @CollectionIdJavaClass of a whole number alone";
            String fix = "Write it so, or map the other table as an entity of its own with @ManyToOne to this one";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
            result.fail();
            return result;
        }
        result.columns().add(column.get());
        return result;
    }

    private static boolean isRead(Attribute attribute, CollectionType type) {
        return type.kind() == CollectionType.Kind.LIST
                && !attribute.has(Jpa.ORDER_COLUMN)
                && !attribute.has(Jpa.ONE_TO_MANY)
                && !attribute.has(Jpa.MANY_TO_ANY)
                && attribute
                        .annotation(Jpa.COLLECTION_ID)
                        .flatMap(id -> id.text("generator"))
                        .filter(INCREMENT::equals)
                        .isPresent();
    }

    private Optional<MappedColumn> column(Attribute attribute, AnnotationValues written) {
        Optional<TypeMirror> type = attribute
                .annotation(Jpa.COLLECTION_ID_JAVA_CLASS)
                .flatMap(a -> a.classValue("idType"))
                .filter(t -> TYPES.contains(TypeText.of(t)));
        // the annotations of the collection itself are for its elements
        Overrides column = new Overrides(Map.of(attribute.name(), written), Map.of(), Map.of());
        Attribute.Place place =
                new Attribute.Place(List.of(), false, attribute.place().access(), column, false);
        return type.map(t -> new Attribute(
                        attribute.name(),
                        t,
                        attribute.element(),
                        place,
                        attribute.annotations().none()))
                .flatMap(new BasicColumnReader(context)::read)
                .map(id -> id.withColumn(id.column().withNullable(false)));
    }
}
