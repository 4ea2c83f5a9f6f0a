package dev.migratable.runtime.sql;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in the statements of a plan which objects they make and move. It knows the forms that this package writes, and
 * no others.
 */
public final class StatementReader {
    private static final String ID = "(\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_]*)";
    private static final String NAME = ID + "\\." + ID;
    private static final String ALTER = "ALTER TABLE " + NAME + " ";

    private static final Pattern ADD_COLUMN = Pattern.compile(ALTER + "ADD COLUMN IF NOT EXISTS " + ID);
    private static final Pattern MOVE_COLUMN =
            Pattern.compile(ALTER + "(?:RENAME COLUMN|DROP COLUMN(?: IF EXISTS)?) " + ID);
    private static final Pattern RENAME_TO = Pattern.compile(ALTER + "RENAME COLUMN " + ID + " TO " + ID);
    private static final Pattern CHANGE_TYPE = Pattern.compile(ALTER + "ALTER COLUMN " + ID + " TYPE ");
    private static final Pattern CREATE_TABLE = Pattern.compile("CREATE (?:UNLOGGED )?TABLE IF NOT EXISTS " + NAME);
    private static final Pattern CREATE_SCHEMA = Pattern.compile("CREATE SCHEMA " + ID);
    private static final Pattern RENAME_TABLE = Pattern.compile(ALTER + "RENAME TO ");
    private static final Pattern CREATE_INDEX =
            Pattern.compile("CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?IF NOT EXISTS " + ID + " ON " + NAME);
    private static final Pattern ADD_CONSTRAINT = Pattern.compile(ALTER + "ADD CONSTRAINT " + ID);
    private static final Pattern DROP_CONSTRAINT = Pattern.compile(ALTER + "DROP CONSTRAINT IF EXISTS " + ID);
    private static final Pattern REFERENCES = Pattern.compile("\\bREFERENCES " + NAME);

    /** A look that fails with one of these finds something in the way and changes nothing. */
    private static final Pattern GUARD =
            Pattern.compile("RAISE EXCEPTION USING ERRCODE = '(dependent_objects_still_exist|duplicate_column"
                    + "|feature_not_supported)'");

    private final List<String> statements;

    /** Reads statements. */
    public StatementReader(Collection<String> statements) {
        this.statements = List.copyOf(statements);
    }

    /** Returns columns that are added. */
    public Set<ColumnName> addedColumns() {
        return find(ADD_COLUMN, StatementReader::column);
    }

    /** Returns columns after which nothing has their name: renamed, parked, or dropped. */
    public Set<ColumnName> goneColumns() {
        Set<ColumnName> columns = find(MOVE_COLUMN, StatementReader::column);
        columns.removeAll(renamedTo());
        return columns;
    }

    /** Returns columns that have another type under their name, their own or that of one that takes their place. */
    public Set<ColumnName> retypedColumns() {
        Set<ColumnName> columns = find(MOVE_COLUMN, StatementReader::column);
        columns.retainAll(renamedTo());
        columns.addAll(find(CHANGE_TYPE, StatementReader::column));
        return columns;
    }

    private Set<ColumnName> renamedTo() {
        return find(RENAME_TO, m -> new ColumnName(name(m, 1), raw(m.group(4))));
    }

    /** Returns tables that are created. */
    public Set<QualifiedName> createdTables() {
        return find(CREATE_TABLE, m -> name(m, 1));
    }

    /** Returns schemas that are created where they are missing. */
    public Set<String> createdSchemas() {
        return find(CREATE_SCHEMA, m -> raw(m.group(1)));
    }

    /** Returns tables that get another name. */
    public Set<QualifiedName> renamedTables() {
        return find(RENAME_TABLE, m -> name(m, 1));
    }

    /** Returns indexes that are built. */
    public Set<QualifiedName> createdIndexes() {
        return find(CREATE_INDEX, m -> name(m, 2).withName(raw(m.group(1))));
    }

    /** Returns constraints that are added and take no other one's name, each as a name within its table. */
    public Set<ColumnName> addedConstraints() {
        Set<ColumnName> added = new LinkedHashSet<>(find(ADD_CONSTRAINT, StatementReader::column));
        added.removeAll(find(DROP_CONSTRAINT, StatementReader::column));
        return added;
    }

    /** Returns tables that foreign keys lead to. */
    public Set<QualifiedName> referencedTables() {
        return find(REFERENCES, m -> name(m, 1));
    }

    /** Returns whether a trigger is created. */
    public boolean createsTrigger() {
        return statements.stream().anyMatch(s -> s.contains("CREATE TRIGGER "));
    }

    /** Returns the words of what indexes are built on: columns, and names of functions, types and the like. */
    public Set<String> indexedWords() {
        return statements.stream()
                .filter(s -> CREATE_INDEX.matcher(s).find())
                .flatMap(s -> Pattern.compile(ID)
                        .matcher(s.substring(s.indexOf(" ON ") + 4))
                        .results())
                .map(m -> raw(m.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the statements that look whether something is in the way, and fail if so. */
    public List<String> guards() {
        return statements.stream()
                .filter(s -> s.startsWith("DO ") && GUARD.matcher(s).find())
                .distinct()
                .toList();
    }

    private <T> Set<T> find(Pattern pattern, Function<MatchResult, T> object) {
        Set<T> found = new LinkedHashSet<>();
        statements.forEach(s -> pattern.matcher(s).results().map(object).forEach(found::add));
        return found;
    }

    private static ColumnName column(MatchResult match) {
        return new ColumnName(name(match, 1), raw(match.group(3)));
    }

    private static QualifiedName name(MatchResult match, int group) {
        return new QualifiedName(raw(match.group(group)), raw(match.group(group + 1)));
    }

    private static String raw(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }
}
