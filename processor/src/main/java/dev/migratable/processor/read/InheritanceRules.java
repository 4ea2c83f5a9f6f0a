package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reports what classes of a hierarchy must not say, most of which Hibernate does not take either. */
final class InheritanceRules {

    private static final String ON_ROOT = "Put it on the root of the hierarchy";

    private static final List<String> OF_THE_ROOT =
            List.of(Jpa.DISCRIMINATOR_COLUMN, Jpa.DISCRIMINATOR_FORMULA, Jpa.DISCRIMINATOR_OPTIONS);

    /** What is on a subclass would have to go to the table that it shares. */
    private static final List<String> OF_THE_TABLE = List.of(
            Jpa.TABLE,
            Jpa.COMMENT,
            Jpa.COMMENTS,
            Jpa.RENAMED_FROM,
            Jpa.RETIRED,
            Jpa.POSTGRES_INDEX,
            Jpa.POSTGRES_INDEXES);

    private final ReadContext context;

    InheritanceRules(ReadContext context) {
        this.context = context;
    }

    /** Returns whether an entity may be what it says it is; what it must not say is reported. */
    boolean allow(TypeElement entity) {
        boolean allowed = true;
        boolean isRoot = Inheritance.isRoot(entity);
        Inheritance.Strategy strategy = Inheritance.strategy(entity);
        for (AnnotationValues annotation : AnnotationValues.all(entity)) {
            String name = annotation.typeName();
            boolean onRootOnly = !isRoot && OF_THE_ROOT.contains(name)
                    || Inheritance.isSingleTableSubclass(entity) && OF_THE_TABLE.contains(name);
            if (onRootOnly) {
                allowed = fail(entity, "@" + annotation.simpleName() + " is on a subclass", ON_ROOT);
            }
            boolean ofKey = name.startsWith(Jpa.PRIMARY_KEY_JOIN_COLUMN) || name.equals(Jpa.ON_DELETE);
            if (ofKey && !KeyReader.isJoined(entity)) {
                String fact =
                        "@" + annotation.simpleName() + " is on an entity that is no subclass of a JOINED hierarchy";
                allowed = fail(entity, fact, "Remove it");
            }
        }
        allowed &= isViewAlone(entity, strategy);
        if (strategy == Inheritance.Strategy.TABLE_PER_CLASS) {
            allowed &= isKnownBelow(entity) & isKnownAbove(entity);
        }
        boolean formula = AnnotationValues.has(entity, Jpa.DISCRIMINATOR_FORMULA);
        if (formula && strategy != Inheritance.Strategy.SINGLE_TABLE) {
            allowed = fail(entity, "@DiscriminatorFormula is on a hierarchy that is not SINGLE_TABLE", "Remove it");
        }
        return allowed;
    }

    /** The other tables of such a hierarchy would reference the view, which PostgreSQL does not take. */
    private boolean isViewAlone(TypeElement entity, Inheritance.Strategy strategy) {
        boolean parted = strategy != Inheritance.Strategy.SINGLE_TABLE
                || !Inheritance.isRoot(entity)
                || AnnotationValues.has(entity, Jpa.SECONDARY_TABLE)
                || AnnotationValues.has(entity, Jpa.SECONDARY_TABLES);
        return !parted
                || !AnnotationValues.has(entity, Jpa.VIEW)
                || fail(
                        entity,
                        "@View is on an entity that has several tables, or shares one",
                        "Select from them in an entity of its own");
    }

    /** Hibernate gives an abstract entity a table where nothing extends it. */
    private boolean isKnownBelow(TypeElement entity) {
        boolean known = !Discriminator.isAbstract(entity)
                || context.subclasses().has(entity)
                || AnnotationValues.has(entity, Jpa.SUBSELECT);
        return known
                || fail(
                        entity,
                        "no entity of the module extends it, and it has no table only where one of another module does",
                        "Compile them together, make it a @MappedSuperclass, or remove @Migratable from it");
    }

    /** The module of a concrete entity takes it to be the last of its hierarchy, and foreign keys to reference it. */
    private boolean isKnownAbove(TypeElement entity) {
        Optional<TypeElement> above = Inheritance.superEntity(entity)
                .filter(e ->
                        !Discriminator.isAbstract(e) && !context.subclasses().isOfModule(e));
        return above.isEmpty()
                || fail(
                        entity,
                        "it extends " + above.get().getSimpleName() + ", which was compiled elsewhere and is"
                                + " TABLE_PER_CLASS, so that foreign keys to that one may have to go",
                        "Move it there, or make that one abstract");
    }

    private boolean fail(TypeElement entity, String fact, String fix) {
        context.error(entity, Problem.INHERITANCE, fact, fix);
        return false;
    }
}
