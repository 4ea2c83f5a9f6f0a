package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * The {@code @ForeignKey}s of one foreign key, of which Hibernate heeds different ones for different members.
 *
 * @param all those that may name it, and each may switch it off
 * @param heeded the one whose options it has
 * @param others those whose options Hibernate passes over
 */
record ForeignKeyAnnotations(
        List<AnnotationValues> all, Optional<AnnotationValues> heeded, List<AnnotationValues> others) {

    private static final String MEMBER = "foreignKey";

    /** Copies the lists. */
    ForeignKeyAnnotations {
        all = List.copyOf(all);
        others = List.copyOf(others);
    }

    /** Returns those of a key that only one annotation can speak of. */
    static ForeignKeyAnnotations of(Optional<AnnotationValues> key) {
        return new ForeignKeyAnnotations(key.stream().toList(), key, List.of());
    }

    /**
     * Returns those of a to-one association: on an override, whose options count even where it has none, and on the
     * attribute's one join column or the container of several.
     */
    static ForeignKeyAnnotations ofToOne(Attribute attribute) {
        Optional<AnnotationValues> override = attribute.place().overrides().association(attribute.name());
        Optional<AnnotationValues> first = override.flatMap(a -> a.annotation(MEMBER));
        Optional<AnnotationValues> own = attribute
                .annotations()
                .find(Jpa.JOIN_COLUMN)
                .or(() -> attribute.annotations().find(Jpa.JOIN_COLUMNS))
                .flatMap(a -> a.annotation(MEMBER));
        List<AnnotationValues> all = Stream.concat(first.stream(), own.stream()).toList();
        return override.isPresent()
                ? new ForeignKeyAnnotations(all, first, own.stream().toList())
                : new ForeignKeyAnnotations(all, own, List.of());
    }

    /** Returns those of the key to the owner: of a table's annotation, and of the first join column there. */
    static ForeignKeyAnnotations ofOwner(Optional<AnnotationValues> table) {
        return ofTable(table, MEMBER, "joinColumns", true);
    }

    /** Returns those of the key to the elements; Hibernate does not ask their join column whether it is switched off. */
    static ForeignKeyAnnotations ofElements(Optional<AnnotationValues> table) {
        return ofTable(table, "inverseForeignKey", "inverseJoinColumns", false);
    }

    /** Of two, Hibernate takes the options of the table's where that has a name, or there is no join column. */
    private static ForeignKeyAnnotations ofTable(
            Optional<AnnotationValues> table, String member, String joins, boolean both) {
        Optional<AnnotationValues> first = table.flatMap(t -> t.annotation(member));
        Optional<AnnotationValues> join =
                table.flatMap(t -> t.annotations(joins).stream().findFirst());
        Optional<AnnotationValues> nested = join.flatMap(j -> j.annotation(MEMBER));
        boolean isFirst = join.isEmpty() || first.flatMap(k -> k.text("name")).isPresent();
        List<AnnotationValues> all = new ArrayList<>(first.stream().toList());
        if (both) {
            nested.ifPresent(all::add);
        }
        return new ForeignKeyAnnotations(
                all,
                isFirst ? first : nested,
                (isFirst ? nested : first).stream().toList());
    }

    /** Returns the name. */
    Optional<String> name() {
        return all.stream().flatMap(k -> k.text("name").stream()).findFirst();
    }

    /** Returns the options, to be read by {@link #isRead} first. */
    Optional<String> options() {
        return DefinitionOptions.text(heeded);
    }

    /** Returns whether there is to be none. */
    boolean isOff() {
        return all.stream()
                .anyMatch(
                        k -> k.constant("value").filter("NO_CONSTRAINT"::equals).isPresent());
    }

    /**
     * Returns whether all that is said is read; what is not is reported.
     *
     * @param place where
     * @param onDelete what an annotation of its own says on the referenced row's going
     */
    boolean isRead(ReadContext context, Element place, ReferentialAction onDelete) {
        boolean defined = Stream.of(all, others, heeded.stream().toList())
                .flatMap(List::stream)
                .anyMatch(k -> k.text("foreignKeyDefinition").isPresent());
        if (defined) {
            String fact = "'foreignKeyDefinition' of a foreign key is not read";
            context.error(place, Problem.BAD_MEMBER, fact, "Use name, value, options and @OnDelete");
            return false;
        }
        if (others.stream().anyMatch(k -> k.text("options").isPresent())) {
            String fact = "Hibernate passes over the 'options' of this @ForeignKey, for another place comes before it";
            String fix = "Write them in the override, in that of the join column, or give that of the table a name";
            context.error(place, Problem.BAD_MEMBER, fact, fix);
            return false;
        }
        return new DefinitionOptions(context).foreignKeyIsRead(place, heeded, onDelete);
    }
}
