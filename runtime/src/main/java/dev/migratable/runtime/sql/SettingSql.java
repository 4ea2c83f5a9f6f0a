package dev.migratable.runtime.sql;

import dev.migratable.change.ChangeColumnOptions;
import dev.migratable.change.ChangeCompression;
import dev.migratable.change.ChangeIndexParameters;
import dev.migratable.change.ChangeObjectComment;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.ChangeSequencePersistence;
import dev.migratable.change.ChangeStatisticsTarget;
import dev.migratable.change.ChangeStorage;
import dev.migratable.change.ChangeStorageParameters;
import dev.migratable.change.SettingChange;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the statements that change what no entity speaks of; each can be run again. */
public final class SettingSql implements SettingChange.Visitor<List<String>> {

    /** The server's default, since any version. */
    private static final int DEFAULT_TARGET = -1;

    /** {@code SET STORAGE DEFAULT} is new in 16. */
    private static final String TYPES_OWN_STORAGE = """
            DECLARE
                own text := (
                    SELECT CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' \
            ELSE 'EXTENDED' END
                    FROM pg_catalog.pg_attribute a
                    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                    WHERE a.attrelid = %s AND a.attname = %s);
            BEGIN
                EXECUTE %s || own;
            END
            """;

    private SettingSql() {}

    /** Returns the statements of a change. */
    public static List<String> of(SettingChange change) {
        return change.accept(new SettingSql());
    }

    /** Returns the clause that gives a new index its storage parameters; empty where it has none. */
    static String with(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : " WITH (" + assignments(parameters) + ")";
    }

    private static String assignments(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> parameter(e.getKey()) + " = " + Sql.literal(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Those of a TOAST table have a prefix. */
    private static String parameter(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Sql.identifier(name)
                : Sql.identifier(name.substring(0, dot)) + "." + Sql.identifier(name.substring(dot + 1));
    }

    private static List<String> setAndReset(String alter, Map<String, String> from, Map<String, String> to) {
        Map<String, String> set = new TreeMap<>(to);
        set.entrySet().removeAll(from.entrySet());
        List<String> reset =
                from.keySet().stream().filter(name -> !to.containsKey(name)).toList();
        List<String> statements = new ArrayList<>();
        if (!set.isEmpty()) {
            statements.add(alter + "SET (" + assignments(set) + ")");
        }
        if (!reset.isEmpty()) {
            statements.add(alter + "RESET ("
                    + reset.stream().map(SettingSql::parameter).collect(Collectors.joining(", ")) + ")");
        }
        return statements;
    }

    @Override
    public List<String> visit(ChangePersistence change) {
        return List.of(alter(change.table()) + "SET " + (change.unlogged() ? "UNLOGGED" : "LOGGED"));
    }

    @Override
    public List<String> visit(ChangeSequencePersistence change) {
        return List.of(
                "ALTER SEQUENCE " + Sql.name(change.table()) + " SET " + (change.unlogged() ? "UNLOGGED" : "LOGGED"));
    }

    @Override
    public List<String> visit(ChangeStorage change) {
        String set = column(change.table(), change.column()) + "SET STORAGE ";
        return List.of(change.to()
                .map(storage -> set + storage.toUpperCase(Locale.ROOT))
                .orElseGet(() -> "DO "
                        + Sql.dollarQuote(
                                "\n"
                                        + TYPES_OWN_STORAGE.formatted(
                                                Sql.regclass(change.table()),
                                                Sql.literal(change.column()),
                                                Sql.literal(set)),
                                "migratable")));
    }

    @Override
    public List<String> visit(ChangeCompression change) {
        return List.of(column(change.table(), change.column()) + "SET COMPRESSION "
                + change.to().orElse("DEFAULT"));
    }

    @Override
    public List<String> visit(ChangeStatisticsTarget change) {
        return List.of(column(change.table(), change.column()) + "SET STATISTICS "
                + change.to().orElse(DEFAULT_TARGET));
    }

    @Override
    public List<String> visit(ChangeColumnOptions change) {
        return setAndReset(column(change.table(), change.column()), change.from(), change.to());
    }

    @Override
    public List<String> visit(ChangeStorageParameters change) {
        return setAndReset(alter(change.table()), change.from(), change.to());
    }

    @Override
    public List<String> visit(ChangeIndexParameters change) {
        String index = Sql.name(change.table().withName(change.index()));
        return setAndReset("ALTER INDEX " + index + " ", change.from(), change.to());
    }

    @Override
    public List<String> visit(ChangeObjectComment change) {
        String object = switch (change.kind()) {
            case INDEX -> "INDEX " + Sql.name(change.table().withName(change.name()));
            case CONSTRAINT -> "CONSTRAINT " + Sql.identifier(change.name()) + " ON " + Sql.name(change.table());
            case SEQUENCE -> "SEQUENCE " + Sql.name(change.table());
        };
        return List.of(
                "COMMENT ON " + object + " IS " + change.to().map(Sql::literal).orElse("NULL"));
    }

    private static String column(QualifiedName table, String column) {
        return alter(table) + "ALTER COLUMN " + Sql.identifier(column) + " ";
    }

    private static String alter(QualifiedName table) {
        return "ALTER TABLE " + Sql.name(table) + " ";
    }
}
