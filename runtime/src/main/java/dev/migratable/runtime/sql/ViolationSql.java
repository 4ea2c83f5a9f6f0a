package dev.migratable.runtime.sql;

import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes conditions over the rows of a table that are true for those which violate a constraint to come. */
public final class ViolationSql {
    private ViolationSql() {}

    /** Returns the condition for rows whose partner is missing. */
    public static String foreignKey(QualifiedName table, ForeignKey key) {
        List<String> own = key.columns().stream()
                .map(c -> Sql.name(table) + "." + Sql.identifier(c))
                .toList();
        String pairs = IntStream.range(0, own.size())
                .mapToObj(i ->
                        "referenced." + Sql.identifier(key.referencedColumns().get(i)) + " = " + own.get(i))
                .collect(Collectors.joining(" AND "));
        String present = own.stream().map(c -> c + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String orphan = present + " AND NOT EXISTS (SELECT FROM " + Sql.name(key.referencedTable())
                + " AS referenced WHERE " + pairs + ")";
        if (!key.matchFull() || own.size() == 1) {
            return orphan;
        }
        String missing = own.stream().map(c -> c + " IS NULL").collect(Collectors.joining(" OR "));
        String some = own.stream().map(c -> c + " IS NOT NULL").collect(Collectors.joining(" OR "));
        return "(" + orphan + ") OR ((" + missing + ") AND (" + some + "))";
    }

    /** Returns the condition for rows a check refuses; NULL passes a check. */
    public static String check(String expression) {
        return "(" + expression + ") IS FALSE";
    }

    /** Returns the condition for rows that share their key with another row; a key with NULL in it is no key. */
    public static String duplicates(QualifiedName table, Index index) {
        List<String> keys = index.keys().stream().map(ViolationSql::key).toList();
        String list = String.join(", ", keys);
        String where = index.predicate().map(p -> " WHERE (" + p + ")").orElse("");
        String guard = index.predicate().map(p -> "(" + p + ") AND ").orElse("");
        String groups =
                "SELECT " + list + " FROM " + Sql.name(table) + where + " GROUP BY " + list + " HAVING count(*) > 1";
        if (!index.nullsNotDistinct()) {
            return guard + "(" + list + ") IN (" + groups + ")";
        }
        String names = IntStream.range(0, keys.size()).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
        String same = IntStream.range(0, keys.size())
                .mapToObj(i -> "duplicate.k" + i + " IS NOT DISTINCT FROM " + keys.get(i))
                .collect(Collectors.joining(" AND "));
        return guard + "EXISTS (SELECT FROM (" + groups + ") AS duplicate (" + names + ") WHERE " + same + ")";
    }

    private static String key(IndexKey key) {
        return key.expression() ? "(" + key.text() + ")" : Sql.identifier(key.text());
    }
}
