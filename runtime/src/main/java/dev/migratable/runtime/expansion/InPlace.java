package dev.migratable.runtime.expansion;

import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.DropCheck;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.Facts;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.Optional;

/** Knows which types the server changes in an instant. */
final class InPlace {
    private InPlace() {}

    /** Returns why the type of a column cannot be changed by the plain statement. */
    static Optional<String> whyNot(PlanContext context, ChangeColumnType change, Facts facts) {
        if (facts.rewrites()) {
            return Optional.of("the server writes every row again while nobody can read or write");
        }
        if (facts.scans() && !checksGo(context, change)) {
            return Optional.of("the server reads every row while nobody can read or write");
        }
        if (!facts.rebuiltIndexes().isEmpty()) {
            return Optional.of("the server builds " + String.join(", ", facts.rebuiltIndexes())
                    + " anew while nobody can read or write");
        }
        return facts.breaksOld() ? Optional.of("running versions cannot use the new type") : Optional.empty();
    }

    /** Without a rewrite only checks of the column make the server scan, and those may be dropped before. */
    private static boolean checksGo(PlanContext context, ChangeColumnType change) {
        QualifiedName table = context.present(change.table());
        String former =
                context.columnBefore(table, change.column()).map(Column::name).orElse(change.column());
        return context.before(table).checkConstraints().stream()
                .filter(c -> SqlTokens.mentions(c.expression(), former))
                .allMatch(c -> context.has(
                        DropCheck.class,
                        table,
                        d -> d.constraint().name().equals(c.name()) && !CheckExpansion.isReplaced(context, d)));
    }
}
