package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.classify.rule.Rule;
import dev.migratable.classify.rule.Rules;
import dev.migratable.json.Json;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes findings as SARIF 2.1.0, for code scanning. A change without a finding is no result. */
final class SarifRenderer {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** The planner's, by which a refusal is told on standard error too. */
    private static final String REFUSED = "PLN01";

    /** Raised when the same finding gets another fingerprint. */
    private static final String FINGERPRINT = "migratableFinding/v1";

    /** As many hexadecimal digits as tell the findings of one schema apart for certain. */
    private static final int FINGERPRINT_LENGTH = 32;

    private static final int INLINE_DEPTH = 6;

    private final Report report;
    private final Places places;
    private final List<RuleId> used;

    private SarifRenderer(Report report) {
        this.report = report;
        this.places = new Places(report.comparison());
        this.used = List.copyOf(report.changes().stream()
                .flatMap(change -> Stream.concat(
                        change.findings().stream(), change.accepted().stream().map(AcceptedFinding::finding)))
                .map(Finding::rule)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }

    /** Returns the log, which ends with a newline. */
    static String render(Report report) {
        return new SarifRenderer(report).log();
    }

    private String log() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Migratable");
        driver.put("semanticVersion", Version.text());
        driver.put("rules", rules());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return Json.write(log, INLINE_DEPTH);
    }

    private List<Object> rules() {
        List<Object> rules = new ArrayList<>();
        for (RuleId id : used) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("id", id.value());
            title(id).ifPresent(title -> rule.put("shortDescription", text(title)));
            rule.put("help", text("See " + report.pages().page(id)));
            report.pages().url(id).ifPresent(url -> rule.put("helpUri", url));
            rules.add(rule);
        }
        if (!report.refusals().isEmpty()) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("id", REFUSED);
            rule.put("shortDescription", text("No plan is made for the change"));
            rules.add(rule);
        }
        return rules;
    }

    private static Optional<String> title(RuleId id) {
        return Rules.ALL.stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::title)
                .findFirst();
    }

    private List<Object> results() {
        List<Object> results = new ArrayList<>();
        for (ClassifiedChange change : report.changes()) {
            change.findings().forEach(finding -> results.add(result(change, finding)));
            for (AcceptedFinding accepted : change.accepted()) {
                Map<String, Object> result = result(change, accepted.finding());
                Map<String, Object> suppression = new LinkedHashMap<>();
                suppression.put("kind", "inSource");
                suppression.put("justification", accepted.reason());
                result.put("suppressions", List.of(suppression));
                results.add(result);
            }
        }
        report.refusals().forEach(refusal -> results.add(result(refusal)));
        return results;
    }

    private Map<String, Object> result(ClassifiedChange change, Finding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule().value());
        result.put("ruleIndex", used.indexOf(finding.rule()));
        result.put("level", level(finding.risk()));
        result.put(
                "message",
                text(change.change().description() + ": " + finding.element() + " " + finding.message() + ". "
                        + finding.fix() + "."));
        result.put("locations", List.of(places.of(change.change())));
        // Not the message: it may hold counts of rows, which are others on the next day.
        result.put(
                "partialFingerprints",
                fingerprint(
                        finding.rule().value(),
                        change.change().getClass().getSimpleName(),
                        change.change().table().toString(),
                        change.change().description(),
                        finding.element()));
        result.put("properties", Map.of("risk", finding.risk().name()));
        return result;
    }

    private Map<String, Object> result(Refusal refusal) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", REFUSED);
        result.put("ruleIndex", used.size());
        result.put("level", "error");
        result.put("message", text(refusal.line()));
        result.put("locations", List.of(places.source()));
        result.put("partialFingerprints", fingerprint(REFUSED, refusal.change(), refusal.reason()));
        return result;
    }

    /** Returns SARIF's word for a risk. */
    private static String level(Risk risk) {
        return switch (risk) {
            case SAFE -> "note";
            case CAUTION -> "warning";
            case UNSAFE, DESTRUCTIVE -> "error";
        };
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private static Map<String, Object> fingerprint(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return Map.of(FINGERPRINT, HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
