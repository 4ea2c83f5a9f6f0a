package dev.migratable.processor.read;

import dev.migratable.normalize.ColumnOptionReader;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Reads what {@code @Column} and {@code @JoinColumn} have in common, and the annotations that go with either. */
final class ColumnParts {

    /** The version of PostgreSQL from which on Hibernate does not say {@code STORED}. */
    private static final int VIRTUAL = 18;

    private final ReadContext context;

    ColumnParts(ReadContext context) {
        this.context = context;
    }

    /** Reports the members that are not read; false where there is one. */
    boolean understands(Attribute attribute, Optional<AnnotationValues> column) {
        Optional<String> table = column.flatMap(c -> c.text("table")).filter(name -> isInCollection(attribute));
        table.ifPresent(name -> bad(
                attribute,
                "'table' of a collection's column is not read",
                "Name the table with @CollectionTable or @JoinTable"));
        return table.isEmpty();
    }

    /** Returns a column with the options of its annotation; empty where these are not read, which is then reported. */
    Optional<Column> withOptions(Attribute attribute, Optional<AnnotationValues> annotation, Column column) {
        return new DefinitionOptions(context).apply(attribute.element(), annotation, column, ColumnOptionReader::read);
    }

    private static boolean isInCollection(Attribute attribute) {
        return Stream.concat(Stream.of(attribute), attribute.place().holders().stream())
                .anyMatch(a -> EntityColumns.isCollection(a.element()));
    }

    private void bad(Attribute attribute, String fact, String fix) {
        context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
    }

    /** Returns the explicit definition; empty where there is none or it is not understood, which is then reported. */
    Optional<ColumnDefinition> definition(Attribute attribute, String text) {
        try {
            return Optional.of(ColumnDefinition.parse(text, context.options().defaultSchema()));
        } catch (ColumnDefinition.NotUnderstoodException e) {
            String fix = "Say it with nullable, unique, check, @ColumnDefault, @Collate or @GeneratedValue";
            bad(attribute, e.fact(), fix);
            return Optional.empty();
        }
    }

    /** Returns a basic attribute's column with everything that does not depend on its type. */
    Column complete(
            Column column,
            Attribute attribute,
            Optional<AnnotationValues> written,
            Optional<ColumnDefinition> definition) {
        Optional<Generated> generated = generated(attribute).or(() -> definition.flatMap(ColumnDefinition::generated));
        Optional<String> collation = attribute
                .annotation(Jpa.COLLATE)
                .flatMap(c -> c.text("value"))
                .map(ColumnDefinition::collationNamed)
                .or(() -> definition.flatMap(ColumnDefinition::collation));
        return column.withDefault(generated.isPresent() ? Optional.empty() : defaultValue(attribute, definition))
                .withGenerated(generated)
                .withCollation(collation.filter(c -> !c.equals("pg_catalog.\"default\"")))
                .withComment(comment(written));
    }

    /**
     * Returns what {@code @GeneratedColumn} says; from version 18 on Hibernate leaves the kind to the server, which
     * computes it when it is read.
     */
    Optional<Generated> generated(Attribute attribute) {
        return attribute
                .annotation(Jpa.GENERATED_COLUMN)
                .flatMap(a -> a.text("value"))
                .map(expression -> new Generated(expression, context.options().serverVersion() < VIRTUAL));
    }

    /** Returns the default; the definition's own gives way to {@code @ColumnDefault}, as in Hibernate. */
    static Optional<String> defaultValue(Attribute attribute, Optional<ColumnDefinition> definition) {
        return attribute
                .annotation(Jpa.COLUMN_DEFAULT)
                .flatMap(a -> a.text("value"))
                .or(() -> definition.flatMap(ColumnDefinition::defaultValue));
    }

    /**
     * Returns the comment that a column's annotation has; Hibernate puts it between quotes as it is, so that those
     * within are doubled.
     */
    static Optional<String> comment(Optional<AnnotationValues> column) {
        return column.flatMap(c -> c.text("comment")).map(text -> text.replace("''", "'"));
    }

    /** Returns whether an attribute says itself what its column may hold. */
    static boolean hasChecks(Attribute attribute) {
        return attribute.has(Jpa.CHECK)
                || attribute.has(Jpa.CHECKS)
                || attribute
                        .annotation(Jpa.COLUMN)
                        .filter(c -> !c.annotations("check").isEmpty())
                        .isPresent();
    }

    /** Returns the checks that annotations on an element, and the member of another annotation, declare. */
    List<MappedColumn.Check> checks(Element element, Optional<AnnotationValues> owner) {
        List<MappedColumn.Check> checks = new ArrayList<>(checksOf(element, owner));
        for (AnnotationValues check : context.annotations().of(element).repeated(Jpa.CHECK, Jpa.CHECKS)) {
            add(checks, check.text("name"), check.text("constraints"));
        }
        return checks;
    }

    /** Returns the checks that the member of an annotation on an element declares, and no others there. */
    List<MappedColumn.Check> checksOf(Element element, Optional<AnnotationValues> owner) {
        List<MappedColumn.Check> checks = new ArrayList<>();
        for (AnnotationValues check : owner.map(o -> o.annotations("check")).orElse(List.of())) {
            if (check.text("options").isPresent()) {
                String fact = "Hibernate passes over the 'options' of @CheckConstraint on PostgreSQL";
                context.error(element, Problem.BAD_MEMBER, fact, "Remove it, and say it in a changelog of your own");
            }
            add(checks, check.text("name"), check.text("constraint"));
        }
        return checks;
    }

    private void add(List<MappedColumn.Check> checks, Optional<String> name, Optional<String> expression) {
        expression.ifPresent(
                text -> checks.add(new MappedColumn.Check(name.map(context.naming()::rawConstraint), text)));
    }
}
