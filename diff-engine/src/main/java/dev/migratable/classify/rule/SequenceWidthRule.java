package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells of a sequence that ends before its widened column does. */
final class SequenceWidthRule implements Rule {

    private static final RuleId ID = new RuleId("MIG503");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Pattern NEXTVAL = Pattern.compile("nextval\\('([^']+)'");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A widened column keeps a narrow sequence";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeColumnType type)
                || !INTEGERS.contains(type.from().name())
                || !INTEGERS.contains(type.to().name())) {
            return List.of();
        }
        long greatest = SequenceOptions.defaults(type.to()).maximum();
        return sequences(type, context).stream()
                .filter(s -> s.options().maximum() < greatest)
                .map(s -> new Finding(
                        ID,
                        Risk.CAUTION,
                        Elements.of(type.table(), type.column()),
                        "becomes " + type.to() + " while its sequence "
                                + s.name().display() + " still ends at "
                                + s.options().maximum(),
                        "Widen " + s.name().display() + " to " + type.to() + " as well"))
                .toList();
    }

    private static List<Sequence> sequences(ChangeColumnType type, ClassificationContext context) {
        ColumnName name = new ColumnName(type.table(), type.column());
        Optional<QualifiedName> drawnFrom = context.desired()
                .table(type.table())
                .flatMap(t -> t.column(type.column()))
                .flatMap(Column::defaultValue)
                .flatMap(SequenceWidthRule::sequenceOf);
        return context.desired().sequences().stream()
                .filter(s -> s.ownedBy().filter(name::equals).isPresent()
                        || drawnFrom.filter(s.name()::equals).isPresent())
                .toList();
    }

    private static Optional<QualifiedName> sequenceOf(String defaultValue) {
        Matcher matcher = NEXTVAL.matcher(defaultValue);
        return matcher.find() ? Optional.of(QualifiedName.parse(matcher.group(1).replace("\"", ""))) : Optional.empty();
    }
}
