package dev.migratable.cli;

import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes sure that a plan of a narrowed comparison can be carried out: every foreign key finds the key it references. */
final class KeyEnds {

    private KeyEnds() {}

    /**
     * Checks the desired side of a comparison.
     *
     * @throws dev.migratable.schema.MigratableException where a foreign key needs a change that the filter hides
     */
    static void check(Comparison comparison) {
        comparison.narrowing().ifPresent(KeyEnds::check);
    }

    private static void check(Narrowing narrowing) {
        Schema planned = narrowing.to().model().schema();
        List<Schema> read = List.of(
                narrowing.readFrom().model().schema(),
                narrowing.readTo().model().schema());
        for (Table table : planned.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (!found(planned, key) && read.stream().anyMatch(schema -> found(schema, key))) {
                    String referenced = key.referencedTable().display();
                    throw CliError.FILTER.at(
                            "the filter",
                            "it keeps one of the tables " + table.name().display() + " and " + referenced
                                    + " and hides the other, but foreign key " + key.name()
                                    + " needs the changes of both",
                            "Keep both or hide both");
                }
            }
        }
    }

    private static boolean found(Schema schema, ForeignKey key) {
        Set<String> wanted = Set.copyOf(key.referencedColumns());
        return schema.table(key.referencedTable()).stream()
                .flatMap(KeyEnds::keys)
                .anyMatch(columns -> Set.copyOf(columns).equals(wanted));
    }

    private static Stream<List<String>> keys(Table table) {
        return Stream.of(
                        table.primaryKey().stream().map(key -> key.columns()),
                        table.uniqueConstraints().stream().map(unique -> unique.columns()),
                        table.indexes().stream()
                                .filter(index -> index.unique())
                                .map(index -> index.keys().stream()
                                        .map(IndexKey::text)
                                        .toList()))
                .flatMap(keys -> keys);
    }
}
