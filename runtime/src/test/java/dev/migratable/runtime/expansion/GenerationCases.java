package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;

/** Evolutions of generated columns. */
final class GenerationCases {
    private static final int SET_EXPRESSION = 17;

    private GenerationCases() {}

    static List<PlanCase> all() {
        return List.of(addGenerated(), changeExpression(), releaseGenerated());
    }

    private static TableBuilder item(Column column) {
        return table("item").nullable("price", "integer").add(column);
    }

    private static Column net() {
        return net("price * 2");
    }

    private static Column net(String expression) {
        return Column.of("net", SqlType.parse("integer"), true)
                .withGenerated(Optional.of(new Generated(expression, true)))
                .withComment(Optional.of("twice"));
    }

    static PlanCase addGenerated() {
        return PlanCase.named("add-stored-generated-column")
                .from(table("item").nullable("price", "integer"))
                .to(item(net()))
                .accepted("item", "net", "MIG306")
                .rows("INSERT INTO item VALUES (1, 5)")
                .during("INSERT INTO item VALUES (2, 6)", "SELECT sum(net) FROM item -> 22");
    }

    static PlanCase changeExpression() {
        return PlanCase.named("change-generation-expression")
                .since(SET_EXPRESSION)
                .from(item(net()))
                .to(item(net("price * 3")))
                .accepted("item", "net", "MIG306")
                .rows("INSERT INTO item (id, price) VALUES (1, 5)")
                .during("INSERT INTO item (id, price) VALUES (2, 6)", "SELECT sum(net) FROM item -> 22")
                .afterwards("INSERT INTO item (id, price) VALUES (3, 1)", "SELECT sum(net) FROM item -> 36")
                .rolledBack("SELECT sum(net) FROM item -> 24");
    }

    static PlanCase releaseGenerated() {
        return PlanCase.named("release-generated-column")
                .from(item(net()))
                .to(item(Column.of("net", SqlType.parse("integer"), true)
                        .withDefault(Optional.of("7"))
                        .withComment(Optional.of("twice"))))
                .rows("INSERT INTO item (id, price) VALUES (1, 5)")
                .during(
                        "INSERT INTO item (id, price) VALUES (2, 6)",
                        "SELECT sum(net) FROM item -> 22",
                        "ERROR INSERT INTO item (id, price, net) VALUES (3, 6, 1)")
                .afterwards(
                        "INSERT INTO item (id, price) VALUES (3, 6)",
                        "UPDATE item SET net = 100 WHERE id = 1",
                        "SELECT sum(net) FROM item -> 119")
                .rolledBack(
                        "SELECT sum(net) FROM item -> 34",
                        "SELECT sum(net__parked_0002) FROM item -> 119",
                        "INSERT INTO item (id, price) VALUES (4, 1)");
    }
}
