package dev.migratable.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What tells the rows of a hierarchy's entities apart: a column of the root's table, or a formula. */
record Discriminator(TypeElement root, Kind kind, Optional<AnnotationValues> column, Optional<String> formula) {

    /** The types that a discriminator can have. */
    enum Kind {
        STRING,
        CHAR,
        INTEGER
    }

    /** Finds a hierarchy's discriminator; none where its rows are told apart without. */
    static Optional<Discriminator> of(TypeElement root, boolean hasSubclasses) {
        Optional<AnnotationValues> column = AnnotationValues.find(root, Jpa.DISCRIMINATOR_COLUMN);
        Optional<AnnotationValues> formula = AnnotationValues.find(root, Jpa.DISCRIMINATOR_FORMULA);
        Inheritance.Strategy strategy = Inheritance.strategy(root);
        boolean isExplicit = column.isPresent() || formula.isPresent();
        boolean exists = switch (strategy) {
            case SINGLE_TABLE -> isExplicit || hasSubclasses;
            case JOINED -> column.isPresent();
            case TABLE_PER_CLASS -> false;
        };
        if (!exists) {
            return Optional.empty();
        }
        Kind own = kind(column).orElse(Kind.STRING);
        Kind kind = kind(formula).filter(k -> k != Kind.STRING).orElse(own);
        return Optional.of(new Discriminator(root, kind, column, formula.flatMap(f -> f.text("value"))));
    }

    private static Optional<Kind> kind(Optional<AnnotationValues> annotation) {
        return annotation.flatMap(a -> a.constant("discriminatorType")).map(Kind::valueOf);
    }

    /** Returns the value of an entity as the mapping says it; empty where it must say one and does not. */
    Optional<String> value(TypeElement entity) {
        Optional<String> explicit =
                AnnotationValues.find(entity, Jpa.DISCRIMINATOR_VALUE).flatMap(a -> a.text("value"));
        String name = TargetReader.entityName(entity);
        return explicit.or(() -> switch (kind) {
            case STRING -> Optional.of(name);
            case INTEGER -> Optional.of(String.valueOf(name.hashCode()));
            case CHAR -> Optional.empty();
        });
    }

    /** Returns whether the rows of an entity have NULL. */
    boolean isNull(TypeElement entity) {
        return value(entity).filter("null"::equals).isPresent();
    }

    /** Returns whether an entity's rows are those that no other entity has. */
    boolean isCatchAll(TypeElement entity) {
        return value(entity).filter("not null"::equals).isPresent();
    }

    /** Returns whether rows may have values that no entity has. */
    boolean isForced() {
        return AnnotationValues.find(root, Jpa.DISCRIMINATOR_OPTIONS)
                .map(o -> o.flag("force", false))
                .orElse(false);
    }

    /** Returns an entity's value as SQL has it; empty where it is none of the type. */
    Optional<String> literal(TypeElement entity) {
        Optional<String> value = value(entity);
        return switch (kind) {
            case STRING -> value.map(Discriminator::quoted);
            case CHAR -> value.filter(v -> v.length() == 1).map(Discriminator::quoted);
            case INTEGER -> value.flatMap(Discriminator::integer);
        };
    }

    private static Optional<String> integer(String value) {
        try {
            return Optional.of(String.valueOf(Integer.parseInt(value)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // which the caller reports
        }
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** Returns the literals of the entities that have rows of their own with a value. */
    List<String> literals(List<TypeElement> entities) {
        return entities.stream()
                .filter(e -> !isAbstract(e) && !isNull(e) && !isCatchAll(e))
                .flatMap(e -> literal(e).stream())
                .toList();
    }

    static boolean isAbstract(TypeElement entity) {
        return entity.getModifiers().contains(Modifier.ABSTRACT);
    }
}
