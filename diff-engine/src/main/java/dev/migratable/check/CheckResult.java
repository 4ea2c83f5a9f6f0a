package dev.migratable.check;

import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * What the compiler is to print on one element.
 *
 * @param severity how it is to be printed
 * @param risk how dangerous the rule finds it
 * @param rule the rule, {@link BaselineCheck#SAFE} where none found anything
 * @param table the table; one that is not in the model any more where its entity is gone
 * @param column the column it is about, to be printed on its attribute; on the entity where it is empty or gone
 * @param message the fact, without place, full stop and fix
 * @param fix the way on, one imperative sentence without its full stop; empty where nothing is to be done
 */
public record CheckResult(
        Severity severity,
        Risk risk,
        RuleId rule,
        QualifiedName table,
        Optional<String> column,
        String message,
        String fix) {

    /** Rejects nulls. */
    public CheckResult {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(fix, "fix");
    }
}
