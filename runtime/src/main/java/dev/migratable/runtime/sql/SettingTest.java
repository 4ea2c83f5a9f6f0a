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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes boolean SQL expressions over {@code pg_catalog} that say whether a setting is as a change makes it. */
public final class SettingTest implements SettingChange.Visitor<String> {

    private static final String TOAST = "toast.";

    private SettingTest() {}

    /** Returns the test for a change. */
    public static String of(SettingChange change) {
        return change.accept(new SettingTest());
    }

    @Override
    public String visit(ChangePersistence change) {
        return relation(change.table(), "relpersistence = " + Sql.literal(change.unlogged() ? "u" : "p"));
    }

    @Override
    public String visit(ChangeSequencePersistence change) {
        return relation(change.table(), "relpersistence = " + Sql.literal(change.unlogged() ? "u" : "p"));
    }

    @Override
    public String visit(ChangeStorage change) {
        return column(
                change.table(),
                change.column(),
                "attstorage = "
                        + change.to()
                                .map(s -> Sql.literal(s.equals("extended") ? "x" : s.substring(0, 1)))
                                .orElse("(SELECT typstorage FROM pg_catalog.pg_type t WHERE t.oid = atttypid)"));
    }

    @Override
    public String visit(ChangeCompression change) {
        String method =
                change.to().map(m -> m.toLowerCase(Locale.ROOT).substring(0, 1)).orElse("");
        return column(change.table(), change.column(), "attcompression = " + Sql.literal(method));
    }

    @Override
    public String visit(ChangeStatisticsTarget change) {
        return column(
                change.table(),
                change.column(),
                "coalesce(attstattarget, -1) = " + change.to().orElse(-1));
    }

    @Override
    public String visit(ChangeColumnOptions change) {
        return column(change.table(), change.column(), same("attoptions", change.to(), ""));
    }

    @Override
    public String visit(ChangeStorageParameters change) {
        String toast = "(SELECT t.reloptions FROM pg_catalog.pg_class t WHERE t.oid = c.reltoastrelid)";
        return relation(
                change.table(), same("c.reloptions", change.to(), "") + " AND " + same(toast, change.to(), TOAST));
    }

    @Override
    public String visit(ChangeIndexParameters change) {
        return relation(change.table().withName(change.index()), same("c.reloptions", change.to(), ""));
    }

    @Override
    public String visit(ChangeObjectComment change) {
        if (change.kind() == ChangeObjectComment.Kind.CONSTRAINT) {
            return "EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = " + Sql.regclass(change.table())
                    + " AND conname = " + Sql.literal(change.name()) + " AND "
                    + is("obj_description(oid, 'pg_constraint')", change.to()) + ")";
        }
        return relation(change.table().withName(change.name()), is("obj_description(c.oid, 'pg_class')", change.to()));
    }

    private static String is(String value, Optional<String> text) {
        return value + text.map(t -> " = " + Sql.literal(t)).orElse(" IS NULL");
    }

    /** Their order is no part of it. */
    private static String same(String array, Map<String, String> parameters, String prefix) {
        List<String> texts = parameters.entrySet().stream()
                .filter(e -> e.getKey().startsWith(TOAST) == prefix.equals(TOAST))
                .map(e -> e.getKey().substring(prefix.length()) + "=" + e.getValue())
                .toList();
        String wanted = Sql.literals(texts);
        String present = "coalesce(" + array + ", '{}')";
        return "(" + present + " @> " + wanted + " AND " + present + " <@ " + wanted + ")";
    }

    private static String column(QualifiedName table, String column, String more) {
        return "EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = " + Sql.regclass(table) + " AND attname = "
                + Sql.literal(column) + " AND NOT attisdropped AND " + more + ")";
    }

    private static String relation(QualifiedName name, String more) {
        return "EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = " + Sql.regclass(name) + " AND " + more + ")";
    }
}
