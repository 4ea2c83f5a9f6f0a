package dev.migratable.classify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The statements of a rule's page, in a resource of the rule's name.
 *
 * @param rule the rule that has to find something
 * @param before makes the tables that are there, with rows
 * @param statements what the page shows, in this order
 * @param since the first version of a server that knows the statements
 * @param after makes the desired schema of those that are there; empty where the statements do
 */
record RuleScenario(
        RuleId rule, int since, List<String> before, List<String> statements, Optional<List<String>> after) {

    private static final String SINCE = "-- since ";
    private static final String BEFORE = "-- before\n";
    private static final String STATEMENTS = "-- statements\n";
    private static final String AFTER = "-- after\n";

    /** Returns the scenario of a rule; empty where its page shows statements of the probe alone. */
    static Optional<RuleScenario> of(RuleId rule) throws IOException {
        try (InputStream in = RuleScenario.class.getResourceAsStream("rules/" + rule + ".sql")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parse(rule, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static RuleScenario parse(RuleId rule, String file) {
        boolean limited = file.startsWith(SINCE);
        int line = limited ? file.indexOf('\n') : -1;
        int since = limited ? Integer.parseInt(file.substring(SINCE.length(), line)) : 0;
        String text = file.substring(line + 1);
        int shown = text.indexOf(STATEMENTS);
        int after = text.indexOf(AFTER);
        if (!text.startsWith(BEFORE) || shown < 0 || after >= 0 && after < shown) {
            throw new IllegalArgumentException(rule + ": not a scenario");
        }
        return new RuleScenario(
                rule,
                since,
                split(text.substring(BEFORE.length(), shown)),
                split(text.substring(shown + STATEMENTS.length(), after < 0 ? text.length() : after)),
                after < 0 ? Optional.empty() : Optional.of(split(text.substring(after + AFTER.length()))));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(";\n")).filter(s -> !s.isBlank()).toList();
    }

    /** Returns what a page shows of it: each statement, and below it what a server did. */
    String block(Map<String, String> outcomes) {
        UnaryOperator<String> commented =
                text -> text.lines().map(l -> "-- " + l + "\n").collect(Collectors.joining());
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            block.append(statements.get(i)).append(";\n").append(commented.apply(outcomes.get(key(i))));
        }
        return block.toString();
    }

    /** Returns by what the outcome of a statement goes, which may be there twice. */
    String key(int statement) {
        return statement + " " + statements.get(statement);
    }
}
