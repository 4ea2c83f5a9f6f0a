package dev.migratable.classify.rule;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.normalize.TypeNormalizer;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of a foreign key between different types. */
final class ForeignKeyMismatchRule implements Rule {

    private static final RuleId ID = new RuleId("MIG511");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "The two sides of a foreign key have different types";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddForeignKey add)) {
            return List.of();
        }
        ForeignKey key = add.foreignKey();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<SqlType> from = type(add.table(), key.columns().get(i), context);
            Optional<SqlType> to =
                    type(key.referencedTable(), key.referencedColumns().get(i), context);
            if (from.isPresent()
                    && to.isPresent()
                    && !from.get().name().equals(to.get().name())) {
                pairs.add(key.columns().get(i) + " is " + from.get() + " and "
                        + key.referencedColumns().get(i) + " is " + to.get());
            }
        }
        if (pairs.isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(add.table()),
                "gets a foreign key to " + key.referencedTable().display() + " where " + String.join(", ", pairs)
                        + "; the narrower side ends first, and every check converts",
                "Give both sides one type"));
    }

    private static Optional<SqlType> type(QualifiedName table, String column, ClassificationContext context) {
        return context.desired()
                .table(table)
                .flatMap(t -> t.column(column))
                .map(c -> TypeNormalizer.normalize(c.type()));
    }
}
