package dev.migratable.classify;

import dev.migratable.change.AddColumn;
import dev.migratable.schema.Column;
import java.util.List;
import java.util.Optional;

/** Computes the facts of a column that is added. */
final class AddColumnFacts {

    private AddColumnFacts() {}

    static Facts of(AddColumn change, ClassificationContext context) {
        Column column = change.column();
        Facts facts = Facts.instant(LockMode.ACCESS_EXCLUSIVE).neededByNew();
        boolean computed = !column.nullable() && column.generated().isPresent();
        Optional<NamedType> type = context.evidence().type(column.type());
        if (rewrites(column) || type.filter(NamedType::isConstrained).isPresent()) {
            facts = facts.rewriting()
                    .rebuilding(context.current()
                            .table(change.table())
                            .map(TypeChangeFacts::all)
                            .orElse(List.of()));
        } else if (computed) {
            facts = facts.scanning(); // a virtual column has to be computed for each row to be known not null
        }
        boolean empty = column.defaultValue().isEmpty() && column.generated().isEmpty();
        facts = empty && type.filter(NamedType::notNull).isPresent()
                ? facts.failingOnData().breakingOld()
                : facts;
        facts = computed ? facts.failingOnData().breakingOld() : facts;
        return column.mayBeOmitted() ? facts : facts.scanning().failingOnData().breakingOld();
    }

    /** An unknown function is taken for volatile. */
    private static boolean rewrites(Column column) {
        return column.identity().isPresent()
                || column.generated().filter(g -> g.stored()).isPresent()
                || column.defaultValue()
                        .filter(d -> DefaultVolatility.of(d) != DefaultVolatility.ONCE)
                        .isPresent();
    }
}
