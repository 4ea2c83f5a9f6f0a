package dev.migratable.classify;

import dev.migratable.change.AddColumn;
import dev.migratable.schema.Column;
import java.util.List;

/** Computes the facts of a column that is added. */
final class AddColumnFacts {

    private AddColumnFacts() {}

    static Facts of(AddColumn change, ClassificationContext context) {
        Column column = change.column();
        Facts facts = Facts.instant(LockMode.ACCESS_EXCLUSIVE).neededByNew();
        boolean computed = !column.nullable() && column.generated().isPresent();
        if (rewrites(column)) {
            facts = facts.rewriting()
                    .rebuilding(context.current()
                            .table(change.table())
                            .map(TypeChangeFacts::all)
                            .orElse(List.of()));
        } else if (computed) {
            facts = facts.scanning(); // a virtual column has to be computed for each row to be known not null
        }
        facts = computed ? facts.failingOnData().breakingOld() : facts;
        return column.mayBeOmitted() ? facts : facts.scanning().failingOnData().breakingOld();
    }

    /** An unknown function is taken for volatile; a domain is not known from its name and taken for none. */
    private static boolean rewrites(Column column) {
        return column.identity().isPresent()
                || column.generated().filter(g -> g.stored()).isPresent()
                || column.defaultValue()
                        .filter(d -> DefaultVolatility.of(d) != DefaultVolatility.ONCE)
                        .isPresent();
    }
}
