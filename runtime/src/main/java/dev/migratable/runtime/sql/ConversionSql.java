package dev.migratable.runtime.sql;

import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.sql.ColumnGroup.Member;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the block that tries a conversion on every row, there and back, and writes none. */
public final class ConversionSql {
    /** Keys that a message names; more would be no message. */
    private static final int NAMED_ROWS = 100;

    /**
     * One pass over all rows; only where that fails, one row after the other, for what catches an error costs a
     * subtransaction. Assigning to a variable of the column's type refuses what the column would refuse.
     */
    private static final String TRY = """

            #variable_conflict use_column
            DECLARE
            {variables}    migratable_row record;
                migratable_error text;
                migratable_failed bigint := 0;
                migratable_report text := '';
            BEGIN
                PERFORM set_config('row_security', 'off', true), set_config('search_path', 'pg_catalog, pg_temp', true);
                BEGIN
                    FOR {present} IN SELECT {forward} FROM {table} LOOP
            {back}        END LOOP;
                    RETURN;
                EXCEPTION WHEN OTHERS THEN
                    migratable_error := SQLERRM;
                END;
                FOR migratable_row IN SELECT {key} AS migratable_key, {formerNames} FROM {table} ORDER BY {order} LOOP
                    BEGIN
                        SELECT {forward} INTO {present} FROM (SELECT {row}) AS {alias};
            {back}        EXCEPTION WHEN OTHERS THEN
                        migratable_failed := migratable_failed + 1;
                        IF migratable_failed <= {named} THEN
                            migratable_report := migratable_report || '; ' || migratable_row.migratable_key || ': ' || SQLERRM;
                        END IF;
                    END;
                END LOOP;
                IF migratable_failed = 0 THEN
                    RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = migratable_error;
                END IF;
                RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = migratable_failed || {message}
                    || substr(migratable_report, 3)
                    || CASE WHEN migratable_failed > {named} THEN '; …' ELSE '' END;
            END
            """;

    private ConversionSql() {}

    /** Returns the statement that fails, naming the rows by their key, where a value cannot be converted. */
    public static String tryRows(QualifiedName table, List<KeyColumn> key, ColumnGroup group) {
        String body = SqlTemplate.fill(
                TRY,
                Map.ofEntries(
                        Map.entry(
                                "variables",
                                variables(table, group.present(), "present")
                                        + variables(table, group.former(), "former")),
                        Map.entry("present", numbered(group.present(), n -> "migratable_present_" + n)),
                        Map.entry("forward", list(group.present(), m -> "(" + m.value() + ")")),
                        Map.entry("back", back(table, group)),
                        Map.entry("table", Sql.name(table)),
                        Map.entry("key", keyText(key)),
                        Map.entry("order", keyNames(key)),
                        Map.entry("formerNames", list(group.former(), m -> Sql.identifier(m.name()))),
                        Map.entry(
                                "row",
                                list(
                                        group.former(),
                                        m -> "migratable_row." + Sql.identifier(m.name()) + " AS "
                                                + Sql.identifier(m.name()))),
                        Map.entry("alias", Sql.identifier(table.name())),
                        Map.entry("named", Integer.toString(NAMED_ROWS)),
                        Map.entry(
                                "message",
                                Sql.literal(" rows of " + table.display() + " cannot be converted from "
                                        + GroupSql.names(group.former()) + " to " + GroupSql.names(group.present())
                                        + " and back; correct them or the expressions: "))));
        return "DO " + Sql.dollarQuote(body, "migratable");
    }

    /** There, back, and there again: what a new version writes must not become what no version could write then. */
    private static String back(QualifiedName table, ColumnGroup group) {
        String again = IntStream.rangeClosed(1, group.former().size())
                .mapToObj(n -> "migratable_former_" + n + " AS "
                        + Sql.identifier(group.former().get(n - 1).name()))
                .collect(Collectors.joining(", "));
        String row = IntStream.rangeClosed(1, group.present().size())
                .mapToObj(n -> "migratable_present_" + n + " AS "
                        + Sql.identifier(group.present().get(n - 1).name()))
                .collect(Collectors.joining(", "));
        return IntStream.rangeClosed(1, group.former().size())
                .mapToObj(n -> "            migratable_former_" + n + " := (SELECT ("
                        + group.former().get(n - 1).value() + ") FROM (SELECT " + row + ") AS "
                        + Sql.identifier(table.name()) + ");\n")
                .collect(Collectors.joining(
                        "",
                        "",
                        "            PERFORM " + list(group.present(), m -> "(" + m.value() + ")") + " FROM (SELECT "
                                + again + ") AS " + Sql.identifier(table.name()) + ";\n"));
    }

    private static String variables(QualifiedName table, List<Member> members, String side) {
        return IntStream.rangeClosed(1, members.size())
                .mapToObj(n -> "    migratable_" + side + "_" + n + " " + Sql.name(table) + "."
                        + Sql.identifier(members.get(n - 1).name()) + "%TYPE;\n")
                .collect(Collectors.joining());
    }

    private static String keyText(List<KeyColumn> key) {
        return key.stream()
                .map(k -> Sql.literal(k.name() + " ") + " || " + Sql.identifier(k.name()) + "::text")
                .collect(Collectors.joining(" || ', ' || "));
    }

    private static String keyNames(List<KeyColumn> key) {
        return Sql.identifiers(key.stream().map(KeyColumn::name).toList());
    }

    private static String list(List<Member> members, Function<Member, String> text) {
        return members.stream().map(text).collect(Collectors.joining(", "));
    }

    private static String numbered(List<Member> members, Function<Integer, String> text) {
        return IntStream.rangeClosed(1, members.size()).boxed().map(text).collect(Collectors.joining(", "));
    }
}
