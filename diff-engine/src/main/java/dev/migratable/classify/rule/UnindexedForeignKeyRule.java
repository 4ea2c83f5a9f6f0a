package dev.migratable.classify.rule;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells of a foreign key whose columns no index leads with. */
final class UnindexedForeignKeyRule implements Rule {

    private static final RuleId ID = new RuleId("MIG510");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Without an index each delete of the referenced row reads the whole table";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddForeignKey add) || context.isHarmless(add.table())) {
            return List.of();
        }
        List<String> columns = add.foreignKey().columns();
        boolean indexed = context.desired()
                .table(add.table())
                .filter(t -> isIndexed(t, columns))
                .isPresent();
        if (indexed) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(add.table()),
                "gets a foreign key on " + String.join(", ", columns) + " with which no index begins; each delete from "
                        + add.foreignKey().referencedTable().display() + " reads the whole table",
                "Add @Index(columnList = \"" + String.join(", ", columns) + "\") to @Table"));
    }

    private static boolean isIndexed(Table table, List<String> columns) {
        Stream<List<String>> keys = Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueConstraints().stream().map(UniqueConstraint::columns),
                        table.indexes().stream()
                                .filter(i -> i.valid() && i.predicate().isEmpty())
                                .map(UnindexedForeignKeyRule::leading))
                .flatMap(s -> s);
        return keys.anyMatch(k -> k.size() >= columns.size()
                && Set.copyOf(k.subList(0, columns.size())).equals(Set.copyOf(columns)));
    }

    private static List<String> leading(Index index) {
        return index.keys().stream()
                .takeWhile(k -> !k.expression())
                .map(IndexKey::text)
                .toList();
    }
}
