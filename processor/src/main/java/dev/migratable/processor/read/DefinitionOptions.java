package dev.migratable.processor.read;

import dev.migratable.normalize.ForeignKeyOptionReader;
import dev.migratable.normalize.OptionReader;
import dev.migratable.normalize.UnreadOptionException;
import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Adds what the {@code options} of annotations say to what they define, and reports what of it is not read. */
final class DefinitionOptions {

    private final ReadContext context;

    DefinitionOptions(ReadContext context) {
        this.context = context;
    }

    /**
     * Returns a definition with the options of its annotation; empty where these are not read, which is then reported.
     *
     * @param <T> what is defined
     * @param place where an error is shown
     * @param annotation what may have options
     * @param plain the definition without them
     * @param reader the one for such definitions
     */
    <T> Optional<T> apply(Element place, Optional<AnnotationValues> annotation, T plain, OptionReader<T> reader) {
        Optional<String> options = text(annotation);
        return options.isEmpty()
                ? Optional.of(plain)
                : apply(place, annotation.orElseThrow().simpleName(), options.get(), plain, reader);
    }

    /** Returns a definition with options, as {@link #apply(Element, Optional, Object, OptionReader)} does. */
    <T> Optional<T> apply(Element place, String annotation, String options, T plain, OptionReader<T> reader) {
        try {
            return Optional.of(reader.read(plain, options));
        } catch (UnreadOptionException e) {
            context.error(place, Problem.BAD_MEMBER, e.fact("@" + annotation), e.fix());
            return Optional.empty();
        }
    }

    /**
     * Returns whether the options of a foreign key are read; what is not is reported.
     *
     * @param place where an error is shown
     * @param annotation what may have options
     * @param onDelete what an annotation of its own says on the referenced row's going
     */
    boolean foreignKeyIsRead(Element place, Optional<AnnotationValues> annotation, ReferentialAction onDelete) {
        ForeignKey plain = new ForeignKey(
                "",
                List.of(""),
                QualifiedName.inPublic("t"),
                List.of(""),
                onDelete,
                ReferentialAction.NO_ACTION,
                false,
                Deferrability.NOT_DEFERRABLE,
                true);
        return apply(place, annotation, plain, ForeignKeyOptionReader::read).isPresent();
    }

    /** Returns the options of an annotation, where it has any. */
    static Optional<String> text(Optional<AnnotationValues> annotation) {
        return annotation.flatMap(a -> a.text("options"));
    }
}
