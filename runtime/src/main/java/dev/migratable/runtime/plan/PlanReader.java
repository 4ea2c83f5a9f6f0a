package dev.migratable.runtime.plan;

import dev.migratable.classify.LockMode;
import dev.migratable.classify.Risk;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.MigrationPlan.PlannedChange;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads a plan from a JSON tree; whatever it does not know is an error that names it. */
final class PlanReader {
    private static final Set<String> ROOT =
            Set.of("format", "id", "from", "to", "requiresContracted", "changes", "steps");
    private static final Set<String> HEADER =
            Set.of("id", "kind", "phase", "purpose", "table", "lock", "rewrites", "scans", "notes");

    private final String place;

    PlanReader(String place) {
        this.place = place;
    }

    MigrationPlan read(Object tree) {
        Map<?, ?> root = map(tree, "the plan");
        known(root, ROOT, "the plan");
        if (!Long.valueOf(PlanJson.FORMAT).equals(root.get("format"))) {
            throw error(
                    "its format is " + root.get("format") + ", this version of Migratable reads " + PlanJson.FORMAT);
        }
        return new MigrationPlan(
                text(root, "id"),
                text(root, "from"),
                text(root, "to"),
                texts(root, "requiresContracted"),
                list(root, "changes", this::change),
                list(root, "steps", this::step));
    }

    private PlannedChange change(Object tree) {
        Map<?, ?> map = map(tree, "a change");
        known(map, Set.of("description", "risk", "rules", "residual"), "a change");
        return new PlannedChange(
                text(map, "description"),
                constant(Risk.class, map, "risk"),
                texts(map, "rules"),
                texts(map, "residual"));
    }

    private Step step(Object tree) {
        Map<?, ?> map = map(tree, "a step");
        StepHeader header = new StepHeader(
                text(map, "id"),
                constant(Phase.class, map, "phase"),
                text(map, "purpose"),
                QualifiedName.parse(text(map, "table")),
                constant(LockMode.class, map, "lock"),
                flag(map, "rewrites"),
                flag(map, "scans"),
                texts(map, "notes"));
        String kind = text(map, "kind");
        return switch (kind) {
            case "ddl" -> ddl(header, own(map, header, "statements", "rollback", "effect"));
            case "index" -> index(header, own(map, header, "index", "statements", "rollback", "effect"));
            case "backfill" -> backfill(header, own(map, header, "backfill", "key", "assignments"));
            case "verify" -> new VerifyStep(header, verifications(own(map, header, "verifications")));
            case "gate" -> new GateStep(header, verifications(own(map, header, "verifications")));
            default -> throw error("step " + header.id() + " is of the unknown kind '" + kind + "'");
        };
    }

    private Map<?, ?> own(Map<?, ?> map, StepHeader header, String... members) {
        Set<String> all = new TreeSet<>(HEADER);
        all.addAll(List.of(members));
        known(map, all, "step " + header.id());
        return map;
    }

    private Step ddl(StepHeader header, Map<?, ?> map) {
        return new DdlStep(header, texts(map, "statements"), texts(map, "rollback"), text(map, "effect"));
    }

    private Step index(StepHeader header, Map<?, ?> map) {
        QualifiedName index = QualifiedName.parse(text(map, "index"));
        return new ConcurrentIndexStep(
                header, index, texts(map, "statements"), texts(map, "rollback"), text(map, "effect"));
    }

    private Step backfill(StepHeader header, Map<?, ?> map) {
        List<KeyColumn> key = list(map, "key", k -> {
            Map<?, ?> entry = map(k, "a key column");
            return new KeyColumn(text(entry, "column"), SqlType.parse(text(entry, "type")));
        });
        List<Assignment> assignments = list(map, "assignments", a -> {
            Map<?, ?> entry = map(a, "an assignment");
            return new Assignment(
                    text(entry, "column"), text(entry, "expression"), constant(BackfillSpec.Mode.class, entry, "mode"));
        });
        return new BackfillStep(header, new BackfillSpec(QualifiedName.parse(text(map, "backfill")), key, assignments));
    }

    private List<Verification> verifications(Map<?, ?> map) {
        return list(map, "verifications", v -> {
            Map<?, ?> entry = map(v, "a verification");
            return new Verification(
                    QualifiedName.parse(text(entry, "table")), text(entry, "violation"), text(entry, "meaning"));
        });
    }

    private Map<?, ?> map(Object tree, String what) {
        if (tree instanceof Map<?, ?> map) {
            return map;
        }
        throw error(what + " is not an object");
    }

    private void known(Map<?, ?> map, Set<String> members, String what) {
        for (Object member : map.keySet()) {
            if (!members.contains(String.valueOf(member))) {
                throw error(what + " has the unknown member '" + member + "'");
            }
        }
    }

    private String text(Map<?, ?> map, String member) {
        if (map.get(member) instanceof String text) {
            return text;
        }
        throw error("'" + member + "' is missing or no text");
    }

    private boolean flag(Map<?, ?> map, String member) {
        if (map.get(member) instanceof Boolean flag) {
            return flag;
        }
        throw error("'" + member + "' is missing or neither true nor false");
    }

    private List<String> texts(Map<?, ?> map, String member) {
        return list(map, member, o -> {
            if (o instanceof String text) {
                return text;
            }
            throw error("'" + member + "' holds something that is no text");
        });
    }

    private <T> List<T> list(Map<?, ?> map, String member, Function<Object, T> element) {
        if (!(map.get(member) instanceof List<?> list)) {
            throw error("'" + member + "' is missing or no list");
        }
        List<T> result = new ArrayList<>();
        for (Object item : list) {
            result.add(element.apply(item));
        }
        return result;
    }

    private <E extends Enum<E>> E constant(Class<E> type, Map<?, ?> map, String member) {
        String name = text(map, member);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw error("'" + member + "' is '" + name + "', which is unknown");
    }

    private MigratableException error(String fact) {
        return new MigratableException("PLN02", place + ": " + fact + ". Restore the generated file.");
    }
}
