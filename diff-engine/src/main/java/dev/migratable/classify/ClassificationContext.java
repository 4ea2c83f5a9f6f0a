package dev.migratable.classify;

import dev.migratable.change.ChangeColumnType;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a judgement depends on beside the change itself.
 *
 * @param current the schema as it is
 * @param desired the schema to be
 * @param declarations what the developer declared
 * @param serverVersion PostgreSQL's major version, 13 to 18
 * @param fixedUtc whether the session's TimeZone has a fixed offset of zero
 * @param rowCounts estimated rows by table; a table that is missing is taken to be large and live
 * @param newTables tables that the same set of changes creates: nothing on them can hurt
 * @param evidence what the database at hand was asked about the changes
 * @param formerNames what columns that the same set of changes renames were called, by their present names
 */
public record ClassificationContext(
        Schema current,
        Schema desired,
        Declarations declarations,
        int serverVersion,
        boolean fixedUtc,
        Map<QualifiedName, Long> rowCounts,
        Set<QualifiedName> newTables,
        Evidence evidence,
        Map<ColumnName, String> formerNames) {

    /** The newest server version known; what the compile-time check assumes. */
    public static final int NEWEST_SERVER = 18;

    /** Below this many rows a scan or rewrite is over before a client notices (measured: below 10 ms). */
    public static final long TINY_TABLE_ROWS = 1_000;

    /** Copies the collections. */
    public ClassificationContext {
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(desired, "desired");
        Objects.requireNonNull(declarations, "declarations");
        rowCounts = Map.copyOf(rowCounts);
        newTables = Set.copyOf(newTables);
        Objects.requireNonNull(evidence, "evidence");
        formerNames = Map.copyOf(formerNames);
    }

    /** Judges changes of which nobody has yet looked for renames. */
    public ClassificationContext(
            Schema current,
            Schema desired,
            Declarations declarations,
            int serverVersion,
            boolean fixedUtc,
            Map<QualifiedName, Long> rowCounts,
            Set<QualifiedName> newTables,
            Evidence evidence) {
        this(current, desired, declarations, serverVersion, fixedUtc, rowCounts, newTables, evidence, Map.of());
    }

    /** Judges without having asked a database about the rows. */
    public ClassificationContext(
            Schema current,
            Schema desired,
            Declarations declarations,
            int serverVersion,
            boolean fixedUtc,
            Map<QualifiedName, Long> rowCounts,
            Set<QualifiedName> newTables) {
        this(current, desired, declarations, serverVersion, fixedUtc, rowCounts, newTables, Evidence.NONE);
    }

    /** Returns a copy that knows what a database was asked. */
    public ClassificationContext withEvidence(Evidence asked) {
        return new ClassificationContext(
                current, desired, declarations, serverVersion, fixedUtc, rowCounts, newTables, asked, formerNames);
    }

    /** Returns what the server does to the two types of a change; a domain is what it is over where that is known. */
    public TypeTransition transition(ChangeColumnType change) {
        Optional<NamedType> from = evidence.type(change.from());
        Optional<NamedType> to = evidence.type(change.to());
        TypeTransition bases = TypeTransition.between(
                from.flatMap(NamedType::base).orElse(change.from()),
                to.flatMap(NamedType::base).orElse(change.to()),
                fixedUtc);
        boolean looksAtValues = to.filter(NamedType::isConstrained).isPresent();
        return looksAtValues ? bases.checkingValues() : bases;
    }

    /**
     * Returns how the values of a column that is renamed are converted; empty where they are not, or it is not renamed.
     *
     * @param column the present name
     */
    public Optional<Conversion> conversion(QualifiedName table, String column) {
        String former = formerNames.get(new ColumnName(table, column));
        Optional<Column> old = current.table(table).flatMap(t -> t.column(column));
        Optional<Column> present = desired.table(table).flatMap(t -> t.column(column));
        return former == null || old.isEmpty() || present.isEmpty()
                ? Optional.empty()
                : Conversion.of(old.get().withName(former), present.get(), declarations.backfill(table, column));
    }

    /** Returns the estimated rows of a table, empty where nothing is known. */
    public OptionalLong rows(QualifiedName table) {
        Long rows = rowCounts.get(table);
        return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
    }

    /** Returns whether scanning or rewriting the table can hurt nobody: it is new, empty or tiny. */
    public boolean isHarmless(QualifiedName table) {
        return newTables.contains(table) || rows(table).orElse(Long.MAX_VALUE) <= TINY_TABLE_ROWS;
    }
}
