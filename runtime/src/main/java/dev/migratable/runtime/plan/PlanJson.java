package dev.migratable.runtime.plan;

import dev.migratable.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes plans as JSON and reads them back; the same plan always gives the same text. */
public final class PlanJson {
    static final long FORMAT = 1;

    /** Lists of statements are worth a line each, what is in a statement's step is not. */
    private static final int INLINE_DEPTH = 3;

    private PlanJson() {}

    /** Returns a plan as JSON that ends with a newline. */
    public static String write(MigrationPlan plan) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("id", plan.id());
        root.put("from", plan.fromFingerprint());
        root.put("to", plan.toFingerprint());
        root.put("requiresContracted", plan.requiresContracted());
        root.put("changes", plan.changes().stream().map(PlanJson::change).toList());
        root.put("steps", plan.steps().stream().map(PlanJson::step).toList());
        return Json.write(root, INLINE_DEPTH);
    }

    /**
     * Reads a plan.
     *
     * @param place the file's name, for messages
     * @throws dev.migratable.schema.MigratableException {@code JSN01} where it is no JSON, {@code PLN02} where it is no
     *     plan; both name the place
     */
    public static MigrationPlan read(String json, String place) {
        return new PlanReader(place).read(Json.parse(json, place));
    }

    private static Map<String, Object> change(MigrationPlan.PlannedChange change) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("description", change.description());
        result.put("risk", change.risk().name());
        result.put("rules", change.rules());
        result.put("residual", change.residual());
        return result;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> result = new LinkedHashMap<>();
        StepHeader header = step.header();
        result.put("id", header.id());
        result.put("kind", step.accept(new KindVisitor()));
        result.put("phase", header.phase().name());
        result.put("purpose", header.purpose());
        result.put("table", header.table().toString());
        result.put("lock", header.lock().name());
        result.put("rewrites", header.rewrites());
        result.put("scans", header.scans());
        result.put("notes", header.notes());
        step.accept(new BodyVisitor(result));
        return result;
    }

    /** Names the kinds of steps in JSON. */
    private static final class KindVisitor implements Step.Visitor<String> {
        @Override
        public String visit(DdlStep step) {
            return "ddl";
        }

        @Override
        public String visit(ConcurrentIndexStep step) {
            return "index";
        }

        @Override
        public String visit(BackfillStep step) {
            return "backfill";
        }

        @Override
        public String visit(VerifyStep step) {
            return "verify";
        }

        @Override
        public String visit(GateStep step) {
            return "gate";
        }
    }

    /** Adds what only one kind of step has. */
    private record BodyVisitor(Map<String, Object> result) implements Step.Visitor<Map<String, Object>> {
        @Override
        public Map<String, Object> visit(DdlStep step) {
            return statements(step.statements(), step.rollback(), step.effect());
        }

        @Override
        public Map<String, Object> visit(ConcurrentIndexStep step) {
            result.put("index", step.index().toString());
            return statements(step.statements(), step.rollback(), step.effect());
        }

        private Map<String, Object> statements(List<String> statements, List<String> rollback, String effect) {
            result.put("statements", statements);
            result.put("rollback", rollback);
            result.put("effect", effect);
            return result;
        }

        @Override
        public Map<String, Object> visit(BackfillStep step) {
            List<Object> key = new ArrayList<>();
            for (BackfillSpec.KeyColumn column : step.spec().key()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("column", column.name());
                entry.put("type", column.type().sql());
                key.add(entry);
            }
            List<Object> assignments = new ArrayList<>();
            for (BackfillSpec.Assignment assignment : step.spec().assignments()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("column", assignment.column());
                entry.put("expression", assignment.expression());
                entry.put("mode", assignment.mode().name());
                assignments.add(entry);
            }
            result.put("backfill", step.spec().table().toString());
            result.put("key", key);
            result.put("assignments", assignments);
            return result;
        }

        @Override
        public Map<String, Object> visit(VerifyStep step) {
            return verifications(step.verifications());
        }

        @Override
        public Map<String, Object> visit(GateStep step) {
            return verifications(step.verifications());
        }

        private Map<String, Object> verifications(List<Verification> verifications) {
            List<Object> list = new ArrayList<>();
            for (Verification verification : verifications) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("table", verification.table().toString());
                entry.put("violation", verification.violation());
                entry.put("meaning", verification.meaning());
                list.add(entry);
            }
            result.put("verifications", list);
            return result;
        }
    }
}
