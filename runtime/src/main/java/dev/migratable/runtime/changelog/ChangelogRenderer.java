package dev.migratable.runtime.changelog;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.StepHeader;
import dev.migratable.runtime.sql.ChangeSetSql;
import dev.migratable.schema.MigratableException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Renders a plan as Liquibase formatted SQL: one change set per step, above it what a reviewer wants to know. The same
 * plan gives the same text.
 */
public final class ChangelogRenderer {
    /** The file of what comes before the rollout. */
    public static final String EXPAND_FILE = "expand.sql";

    /** The file of what comes after it; there is none where nothing does. */
    public static final String CONTRACT_FILE = "contract.sql";

    /** The author of every change set: a machine's or a person's name would make the text depend on who renders it. */
    public static final String AUTHOR = "migratable";

    private static final int WIDTH = 110;

    /** What Liquibase would take for a directive of its own if it stood at the start of a line of SQL. */
    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?im)^\\s*--\\s*(changeset|rollback|precondition|preconditions|property|ignore|ignoreLines|validCheckSum"
                    + "|comment|labels|context|liquibase)\\b");

    private ChangelogRenderer() {}

    /** Returns the text of {@code expand.sql}. */
    public static String expand(MigrationPlan plan) {
        return render(plan, EXPAND_FILE, false);
    }

    /** Returns the text of {@code contract.sql}; only its heading where the plan has no contract. */
    public static String contract(MigrationPlan plan) {
        return render(plan, CONTRACT_FILE, true);
    }

    private static String render(MigrationPlan plan, String file, boolean contract) {
        String path = plan.id() + "/" + file;
        StringBuilder text = new StringBuilder("--liquibase formatted sql logicalFilePath:" + path + "\n\n");
        comment(text, plan.id() + ": " + (contract ? "after" : "before") + " the rollout of the new version");
        plan.changes().forEach(c -> comment(text, c.risk() + " " + c.description()));
        for (Step step : plan.steps()) {
            if ((step.header().phase() == Phase.CONTRACT) == contract) {
                text.append('\n').append(changeSet(plan, step, path));
            }
        }
        return text.toString();
    }

    private static String changeSet(MigrationPlan plan, Step step, String path) {
        StringBuilder text = new StringBuilder();
        describe(text, step);
        ChangeSetSql sql = ChangeSetSql.of(plan.id(), step);
        String delimiter = sql.delimiter();
        String number = MigrationPlan.number(plan.id());
        text.append("--changeset ")
                .append(AUTHOR)
                .append(':')
                .append(number)
                .append('-')
                .append(step.header().id())
                .append(" logicalFilePath:")
                .append(path)
                .append(" runInTransaction:")
                .append(sql.inTransaction())
                .append(" stripComments:false endDelimiter:")
                .append(delimiter)
                .append(" rollbackEndDelimiter:")
                .append(delimiter)
                .append('\n');
        sql.preconditions().forEach(p -> text.append(p).append('\n'));
        for (String statement : sql.statements()) {
            text.append(checked(statement, step)).append(delimiter).append('\n');
        }
        rollback(text, step, sql.rollback(), delimiter);
        return text.toString();
    }

    private static void describe(StringBuilder text, Step step) {
        StepHeader header = step.header();
        comment(text, header.purpose() + ".");
        String work;
        if (step instanceof BackfillStep) {
            work = "writes rows in short transactions; grows with the table";
        } else if (header.rewrites() || header.scans()) {
            work = (header.rewrites() ? "writes" : "reads") + " every row; grows with the table";
        } else if (isAnalyze(step)) {
            work = "reads a sample of the rows, some seconds on the largest tables";
        } else {
            work = "an instant, whatever the table's size";
        }
        comment(text, "Lock: " + header.lock().sql() + "; " + work + ".");
        header.notes().forEach(n -> comment(text, n + "."));
    }

    private static boolean isAnalyze(Step step) {
        return step instanceof DdlStep ddl && ddl.statements().stream().allMatch(s -> s.startsWith("ANALYZE "));
    }

    private static void rollback(StringBuilder text, Step step, List<String> statements, String delimiter) {
        if (statements.isEmpty()) {
            text.append("--rollback empty\n");
        }
        for (String statement : statements) {
            (checked(statement, step) + delimiter)
                    .lines()
                    .forEach(l ->
                            text.append(("--rollback " + l).stripTrailing()).append('\n'));
        }
    }

    private static String checked(String statement, Step step) {
        if (DIRECTIVE.matcher(statement).find()) {
            throw new MigratableException(
                    "PLN03",
                    step.header().id() + ": an expression has a line that Liquibase takes for its own. Put the "
                            + "expression on one line.");
        }
        return statement;
    }

    private static void comment(StringBuilder text, String sentence) {
        for (String line : wrap(sentence.replaceAll("\\s+", " "))) {
            text.append(isDirective(line) ? "-- Note: " : "-- ").append(line).append('\n');
        }
    }

    /** A comment must not begin as Liquibase's own lines do: it would be a rollback, for example. */
    private static boolean isDirective(String line) {
        return DIRECTIVE.matcher("-- " + line).find();
    }

    private static List<String> wrap(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            String first = word;
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                int last = line.lastIndexOf(" ");
                if (isDirective(word) && last > 0) {
                    first = line.substring(last + 1) + " " + word;
                    line.setLength(last);
                }
                lines.add(line.toString());
                line.setLength(0);
                line.append("   ");
            }
            line.append(line.length() == 0 ? "" : " ").append(first);
        }
        lines.add(line.toString());
        return lines;
    }
}
