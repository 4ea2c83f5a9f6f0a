package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of an identity whose counter may meet values that exist. */
final class IdentityStartRule implements Rule {

    private static final RuleId ID = new RuleId("MIG506");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "An identity added to a filled column counts from its start";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeIdentity identity)
                || identity.from().isPresent()
                || identity.to().isEmpty()
                || Rows.isEmpty(identity.table(), context)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(identity.table(), identity.column()),
                "becomes an identity column that counts from "
                        + identity.to().get().options().start() + ", whatever values it holds already",
                "Set the counter above the greatest value in the same transaction"));
    }
}
