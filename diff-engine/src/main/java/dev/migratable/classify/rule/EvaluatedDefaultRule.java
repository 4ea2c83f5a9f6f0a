package dev.migratable.classify.rule;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.DefaultVolatility;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells of a default that gives old rows the time of the migration. */
final class EvaluatedDefaultRule implements Rule {

    private static final RuleId ID = new RuleId("MIG509");

    private static final Set<String> TIMES = Set.of(
            "now",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "transaction_timestamp",
            "statement_timestamp");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Rows that are there get the time of the migration";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddColumn add) || Rows.isEmpty(add.table(), context)) {
            return List.of();
        }
        boolean timed = add.column()
                .defaultValue()
                .filter(EvaluatedDefaultRule::tellsTime)
                .isPresent();
        if (!timed
                || context.declarations()
                        .backfill(add.table(), add.column().name())
                        .isPresent()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(add.table(), add.column().name()),
                "is added with the default " + add.column().defaultValue().get()
                        + ", which gives every row that is there the time of the migration",
                "Say by @Backfill what old rows hold where that is not meant"));
    }

    private static boolean tellsTime(String expression) {
        return DefaultVolatility.of(expression) == DefaultVolatility.ONCE
                && SqlTokens.of(expression).stream()
                        .filter(t -> t.kind() != SqlTokens.Kind.STRING)
                        .anyMatch(t -> TIMES.contains(t.text().toLowerCase(Locale.ROOT)));
    }
}
