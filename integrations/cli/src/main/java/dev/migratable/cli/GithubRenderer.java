package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.runtime.expansion.PlanResult.Refusal;

/**
 * Writes findings as workflow commands, which GitHub shows as annotations of a run: refusals, then findings riskiest
 * first, because GitHub shows ten of each level for a step and no more. A change without a finding is a notice.
 */
final class GithubRenderer {

    private GithubRenderer() {}

    /** Returns one command a line. */
    static String render(Report report) {
        StringBuilder text = new StringBuilder();
        for (Refusal refusal : report.refusals()) {
            command(text, "error", "No plan: " + refusal.change(), refusal.line());
        }
        for (ClassifiedChange change : report.changes()) {
            String description = change.change().description();
            for (Finding finding : change.findings()) {
                command(
                        text,
                        level(finding.risk()),
                        finding.rule() + " " + finding.risk() + " " + finding.element(),
                        description + "\n" + finding.element() + " " + finding.message() + ". " + finding.fix() + ".\n"
                                + report.pages().page(finding.rule()));
            }
            if (change.findings().isEmpty()) {
                command(
                        text,
                        "notice",
                        change.risk() + " " + change.change().table().display(),
                        description);
            }
        }
        return text.toString();
    }

    private static String level(Risk risk) {
        return switch (risk) {
            case SAFE -> "notice";
            case CAUTION -> "warning";
            case UNSAFE, DESTRUCTIVE -> "error";
        };
    }

    private static void command(StringBuilder text, String level, String title, String message) {
        text.append("::")
                .append(level)
                .append(" title=")
                .append(property(title))
                .append("::")
                .append(data(message))
                .append('\n');
    }

    /** As GitHub's own toolkit escapes what stands behind the second pair of colons. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** As GitHub's own toolkit escapes the value of a property. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
