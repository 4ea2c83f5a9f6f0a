package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the columns that Hibernate leaves out of a table: it takes away those that are called as an attribute of an embeddable
 * which is stored as one value, a document or one of a composite type, whosever they are.
 */
final class LostColumns {

    private LostColumns() {}

    /** Returns whether there is none among the columns of one table; one that is there is reported. */
    static boolean areNone(ReadContext context, Collection<MappedColumn> columns) {
        Set<String> names = columns.stream().map(MappedColumn::name).collect(Collectors.toSet());
        boolean none = true;
        for (MappedColumn column : columns) {
            Optional<String> lost = context.unit().partNames(column.attribute()).stream()
                    .filter(names::contains)
                    .findFirst();
            if (lost.isPresent()) {
                String fact = "an attribute within it is called '" + lost.get()
                        + "' as a column of the table is, which Hibernate then leaves out of the table";
                String fix = "Name one of them otherwise: @Column(name = \"…\")";
                context.error(column.attribute().element(), Problem.BAD_MEMBER, fact, fix);
                none = false;
            }
        }
        return none;
    }
}
