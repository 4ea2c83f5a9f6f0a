package dev.migratable.classify.rule;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Conversion;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Tells of a renamed column whose values are converted, and of one that is made of others. */
final class ConvertedColumnRule implements Rule {

    private static final RuleId ID = new RuleId("MIG413");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A write whose value cannot be converted fails while two versions run";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (change instanceof AddColumn add) {
            return split(add, context).stream().toList();
        }
        if (!(change instanceof RenameColumn rename)) {
            return List.of();
        }
        Optional<Conversion> conversion = context.conversion(rename.table(), rename.to());
        return conversion.map(c -> finding(rename, c)).stream().toList();
    }

    /** A column made of others that the same edit retires, with a way back. */
    private static Optional<Finding> split(AddColumn add, ClassificationContext context) {
        QualifiedName table = add.table();
        Optional<Backfill> backfill = context.declarations()
                .backfill(table, add.column().name())
                .filter(b -> !b.reverses().isEmpty());
        if (backfill.isEmpty()) {
            return Optional.empty();
        }
        List<String> retired = context.current().table(table).stream()
                .flatMap(t -> t.columns().stream())
                .map(Column::name)
                .filter(c -> context.declarations().isRetired(table, c))
                .filter(c -> backfill.filter(b -> SqlTokens.mentions(b.expression(), c))
                        .isPresent())
                .toList();
        return retired.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        ID,
                        Risk.CAUTION,
                        Elements.of(table, add.column().name()),
                        "is made of " + String.join(", ", retired)
                                + " and back while both are in use; until contract a write fails of which the expressions"
                                + " make an error",
                        "Let the expressions take every value that a version may write"));
    }

    private static Finding finding(RenameColumn rename, Conversion conversion) {
        String element = Elements.of(rename.table(), rename.to());
        if (conversion.backward().isEmpty()) {
            return new Finding(
                    ID,
                    Risk.UNSAFE,
                    element,
                    "is converted from " + rename.from()
                            + ", with no way back: versions that use that would not see what newer ones write",
                    "Say it with @ConvertUsing(backward = \"…\")");
        }
        String how = conversion.declared()
                ? "by " + conversion.forward() + " and back by "
                        + conversion.backward().get()
                : "and back by the server's casts, which lose nothing of " + rename.from();
        return new Finding(
                ID,
                Risk.CAUTION,
                element,
                "is converted from " + rename.from() + " " + how
                        + "; until contract a write fails whose value the other column cannot hold, and what the way"
                        + " back rounds, older versions see rounded",
                "Let both expressions take every value that a version may write");
    }
}
