package dev.migratable.json;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.AcceptedRisk;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.RenameStrategy;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns declarations into a JSON tree and back. */
final class DeclarationsJson {
    private static final String ALIAS_VIEW = "alias-view";

    private DeclarationsJson() {}

    static Map<String, Object> write(Declarations declarations) {
        Map<String, Object> result = new LinkedHashMap<>();
        list(result, "columnRenames", declarations.columnRenames(), rename -> {
            Map<String, Object> object = ofTable(rename.table());
            object.put("from", rename.from());
            object.put("to", rename.to());
            if (rename.strategy() == RenameStrategy.ALIAS_VIEW) {
                object.put("strategy", ALIAS_VIEW);
            }
            return object;
        });
        list(result, "tableRenames", declarations.tableRenames(), rename -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("from", Names.write(rename.from()));
            object.put("to", Names.write(rename.to()));
            return object;
        });
        list(result, "retirements", declarations.retirements(), retirement -> {
            Map<String, Object> object = ofTable(retirement.table());
            Names.optional(object, "column", retirement.column());
            return object;
        });
        list(result, "backfills", declarations.backfills(), backfill -> {
            Map<String, Object> object = ofTable(backfill.column().table());
            object.put("column", backfill.column().column());
            object.put("expression", backfill.expression());
            Names.optional(object, "reverse", backfill.reverse());
            if (backfill.reverses().size() > 1) {
                object.put("reverses", backfill.reverses());
            }
            return object;
        });
        list(result, "acceptedRisks", declarations.acceptedRisks(), risk -> {
            Map<String, Object> object = ofTable(risk.table());
            Names.optional(object, "column", risk.column());
            object.put("rule", risk.rule());
            object.put("reason", risk.reason());
            return object;
        });
        return result;
    }

    static Declarations read(Members from) {
        return new Declarations(
                from.objects(
                        "columnRenames",
                        m -> new ColumnRename(
                                table(m),
                                m.requiredString("from"),
                                m.requiredString("to"),
                                m.string("strategy").filter(ALIAS_VIEW::equals).isPresent()
                                        ? RenameStrategy.ALIAS_VIEW
                                        : RenameStrategy.DUAL_WRITE)),
                from.objects(
                        "tableRenames",
                        m -> new TableRename(Names.requiredName(m, "from"), Names.requiredName(m, "to"))),
                from.objects("retirements", m -> new Retirement(table(m), m.string("column"))),
                from.objects(
                        "backfills",
                        m -> new Backfill(
                                new ColumnName(table(m), m.requiredString("column")),
                                m.requiredString("expression"),
                                Stream.concat(m.string("reverse").stream(), m.strings("reverses").stream())
                                        .toList())),
                from.objects(
                        "acceptedRisks",
                        m -> new AcceptedRisk(
                                table(m), m.string("column"), m.requiredString("rule"), m.requiredString("reason"))));
    }

    private static QualifiedName table(Members members) {
        return Names.requiredName(members, "table");
    }

    private static Map<String, Object> ofTable(QualifiedName table) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("table", Names.write(table));
        return result;
    }

    private static <T> void list(
            Map<String, Object> to, String member, List<T> items, Function<T, Map<String, Object>> writer) {
        Names.list(to, member, items.stream().map(writer).toList());
    }
}
