package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code @Comment} on attributes: Hibernate puts it on the column that it names with {@code on}, and otherwise on the
 * first column of the attribute.
 */
final class AttributeComments {

    private final ReadContext context;

    AttributeComments(ReadContext context) {
        this.context = context;
    }

    /** Puts an attribute's comments on its columns; what cannot be read is reported. */
    void apply(Attribute attribute, MappedParts parts) {
        List<AnnotationValues> comments = on(attribute);
        // Hibernate looks for the columns of an embedded attribute, and a @Struct has none
        boolean isFree = comments.isEmpty() || StructReader.isOne(attribute);
        if (isFree || attribute.place().mapKey() || parts.columns().isEmpty()) {
            return;
        }
        for (AnnotationValues comment : comments) {
            Optional<String> on = comment.text("on");
            Optional<String> column = on.isEmpty() ? first(attribute, parts) : named(attribute, parts, on.get());
            if (column.isEmpty()) {
                parts.fail();
                return;
            }
            comment(parts, column.get(), comment);
        }
    }

    /** Puts the comments on a collection that name columns of its table on these; all others are the table's. */
    void applyToColumns(Attribute collection, QualifiedName table, MappedParts parts) {
        for (AnnotationValues comment : on(collection)) {
            Optional<String> on =
                    comment.text("on").filter(name -> !table.name().equalsIgnoreCase(name));
            if (on.isPresent()) {
                named(collection, parts, on.get()).ifPresentOrElse(name -> comment(parts, name, comment), parts::fail);
            }
        }
    }

    /** Puts the comments on a collection on the columns that it adds to the table of its elements. */
    void applyToAdded(Attribute collection, MappedParts parts) {
        for (AnnotationValues comment : on(collection)) {
            if (comment.text("on").isEmpty()) {
                String fact = "@Comment on a collection without a table of its own is for the table of its elements";
                String fix = "Put it on the class of the elements, or name a column with on";
                context.error(collection.element(), Problem.BAD_MEMBER, fact, fix);
                parts.fail();
            } else {
                named(collection, parts, comment.text("on").get())
                        .ifPresentOrElse(name -> comment(parts, name, comment), parts::fail);
            }
        }
    }

    private static List<AnnotationValues> on(Attribute attribute) {
        return attribute.annotations().repeated(Jpa.COMMENT, Jpa.COMMENTS);
    }

    private static void comment(MappedParts parts, String column, AnnotationValues comment) {
        parts.columns()
                .replaceAll(
                        c -> c.name().equals(column) ? c.withColumn(c.column().withComment(text(comment))) : c);
    }

    /** Returns the text; Hibernate puts it between quotes as it is, so that those within are doubled. */
    static Optional<String> text(AnnotationValues comment) {
        return comment.text("value").map(text -> text.replace("''", "'"));
    }

    private Optional<String> first(Attribute attribute, MappedParts parts) {
        if (EntityColumns.isEmbedded(attribute)) {
            List<MappedColumn> inOrder = EntityColumns.inKeyOrder(context)
                    .embedded(attribute, DerivedIdentifier.NONE)
                    .columns();
            return inOrder.stream().findFirst().map(MappedColumn::name);
        }
        if (AssociationReader.isAssociation(attribute) && parts.columns().size() > 1) {
            String fact = "@Comment on an association with several columns does not say which one it is for";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Write @JoinColumn(comment = \"…\")");
            return Optional.empty();
        }
        return Optional.of(parts.columns().get(0).name());
    }

    private Optional<String> named(Attribute attribute, MappedParts parts, String on) {
        Optional<String> found = parts.columns().stream()
                .map(MappedColumn::name)
                .filter(name -> name.equalsIgnoreCase(on))
                .findFirst();
        if (found.isEmpty()) {
            String fact = "@Comment(on = \"" + on + "\") names no column of the attribute";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Name one of its columns");
        }
        return found;
    }
}
