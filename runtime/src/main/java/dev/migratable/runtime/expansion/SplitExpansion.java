package dev.migratable.runtime.expansion;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.runtime.expansion.GroupRefusal.Reason;
import dev.migratable.runtime.expansion.Transition.Grouped;
import dev.migratable.runtime.expansion.Transition.Kind;
import dev.migratable.runtime.sql.ColumnGroup;
import dev.migratable.runtime.sql.ColumnGroup.Member;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enters columns that are split or merged into their table's transition, or refuses what is not told of them. */
final class SplitExpansion {
    private final PlanContext context;
    private final PlanDraft draft;

    SplitExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /** Plans the group at the first of its columns that come; the others only tell what there is to know of them. */
    void expand(Change change, ClassifiedChange judged, Split split) {
        QualifiedName table = context.present(change.table());
        Transition transition = draft.transition(table);
        transition.notes(PlanContext.notes(judged));
        if (!(change instanceof AddColumn add) || !split.isFirst(add.column())) {
            return;
        }
        Optional<Reason> reason = whyNot(table, split);
        if (reason.isEmpty()) {
            ColumnGroup group = group(split);
            reason = new GroupRefusal(context).whyNot(table, group);
            transition.group(new Grouped(Kind.SPLIT, group, Optional.empty()));
        }
        reason.ifPresent(r -> draft.refuse(change, r.fact(), r.wayOut()));
    }

    private static ColumnGroup group(Split split) {
        List<Member> former = new ArrayList<>();
        for (Column column : split.former()) {
            former.add(new Member(column, split.waysBack(column).get(0), false));
        }
        List<Member> present = split.present().stream()
                .map(m -> new Member(m.column(), m.backfill().expression(), false))
                .toList();
        return new ColumnGroup(former, present);
    }

    private Optional<Reason> whyNot(QualifiedName table, Split split) {
        Table before = context.before(table);
        for (Column column : split.former()) {
            Optional<String> fact = new TwinRefusal(context).whyNot(before, column);
            if (fact.isPresent()) {
                return Optional.of(new Reason(
                        "of " + column.name() + ", " + fact.get(), "keep that column, or convert it by hand"));
            }
            int ways = split.waysBack(column).size();
            if (ways != 1) {
                String say = split.former().size() == 1 ? "reverse = \"…\"" : "reverse = \"" + column.name() + "=…\"";
                return Optional.of(new Reason(
                        ways == 0
                                ? "nothing says how " + column.name() + " is made of what newer versions write"
                                : column.name() + " is made in " + ways + " ways of what newer versions write",
                        "say it once, at one of " + String.join(", ", split.presentNames()) + ", with @Backfill(…, "
                                + say + ")"));
            }
        }
        return Optional.empty();
    }
}
