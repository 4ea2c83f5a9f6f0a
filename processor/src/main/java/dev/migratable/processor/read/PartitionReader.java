package dev.migratable.processor.read;

import dev.migratable.normalize.Partitioning;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.Suggestion;
import dev.migratable.schema.TableOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/** Reads {@code PARTITION BY} in the options of a table. */
final class PartitionReader {

    private final ReadContext context;
    private final Element place;
    private final Set<String> columns;

    /**
     * Creates a reader for one table.
     *
     * @param context what every reader needs
     * @param place where an error is shown
     * @param columns the names of the table's columns
     */
    PartitionReader(ReadContext context, Element place, Set<String> columns) {
        this.context = context;
        this.place = place;
        this.columns = columns;
    }

    /**
     * Returns what the options say; what is not read is reported.
     *
     * @param annotation {@code @Table}, {@code @SecondaryTable}, {@code @CollectionTable} or {@code @JoinTable}
     * @param keys the columns of the primary key and of each unique constraint
     */
    TableOptions read(Optional<AnnotationValues> annotation, List<List<String>> keys) {
        Optional<Partitioning> partitioning = new DefinitionOptions(context)
                .apply(
                        place,
                        annotation,
                        Optional.<Partitioning>empty(),
                        (plain, text) -> Optional.of(Partitioning.read(text)))
                .flatMap(read -> read)
                .filter(read -> fits(read, keys));
        return new TableOptions(
                false, partitioning.map(p -> p.definition(ColumnNames::sql)), Optional.empty(), Optional.empty());
    }

    private boolean fits(Partitioning partitioning, List<List<String>> keys) {
        for (String name : partitioning.columns()) {
            if (!columns.contains(name)) {
                String hint = Suggestion.of(name, columns);
                context.error(place, Problem.UNKNOWN_NAME, "PARTITION BY", name, "column", place.getSimpleName(), hint);
                return false;
            }
        }
        for (List<String> key : keys) {
            if (!key.containsAll(partitioning.columns())) {
                String fact = "PostgreSQL wants the columns of PARTITION BY in each key, and that of "
                        + String.join(", ", key) + " is without";
                context.error(
                        place, Problem.BAD_MEMBER, fact, "Add them to the key, with @PartitionKey to the primary one");
                return false;
            }
        }
        return true;
    }
}
