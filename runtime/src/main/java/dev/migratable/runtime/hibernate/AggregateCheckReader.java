package dev.migratable.runtime.hibernate;

import dev.migratable.normalize.Parentheses;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Table;

/**
 * Reads the checks that Hibernate makes of what the attributes within a JSON or struct column demand. They are in no
 * metadata, so that they are taken out of the statement which Hibernate's exporter writes: they end it.
 */
final class AggregateCheckReader {

    private static final String CHECK = "check (";

    private AggregateCheckReader() {}

    static List<String> expressions(Table table, Metadata metadata) {
        if (table.getColumns().stream().noneMatch(AggregateColumn.class::isInstance)) {
            return List.of();
        }
        Dialect dialect = metadata.getDatabase().getDialect();
        String statement = dialect.getTableExporter()
                .getSqlCreateStrings(table, metadata, new PlainNames(metadata.getDatabase()))[0];
        List<String> checks = elements(statement).stream()
                .filter(element -> element.startsWith(CHECK))
                .map(element -> Parentheses.strip(element.substring(CHECK.length() - 1)))
                .toList();
        // those of the table itself come first
        long ofTable = table.getChecks().stream()
                .filter(check -> check.getName() == null || check.getName().isBlank())
                .count();
        return checks.subList(Math.toIntExact(ofTable), checks.size());
    }

    /** Divides what stands between the outermost parentheses at the commas outside quotes and inner parentheses. */
    private static List<String> elements(String statement) {
        List<String> result = new ArrayList<>();
        int start = statement.indexOf('(') + 1;
        int depth = 1;
        char quote = 0;
        for (int i = start; i < statement.length() && depth > 0; i++) {
            char c = statement.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            }
            if (depth == 0 || (depth == 1 && quote == 0 && c == ',')) {
                result.add(statement.substring(start, i).strip());
                start = i + 1;
            }
        }
        return result;
    }
}
