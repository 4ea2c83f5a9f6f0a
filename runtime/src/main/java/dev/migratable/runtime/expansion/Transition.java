package dev.migratable.runtime.expansion;

import dev.migratable.runtime.sql.ColumnGroup;
import dev.migratable.runtime.sql.ColumnGroup.Member;
import dev.migratable.runtime.sql.DualWrite;
import dev.migratable.runtime.sql.DualWrite.Fill;
import dev.migratable.runtime.sql.DualWrite.Twin;
import dev.migratable.runtime.sql.SwapSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects the columns of one table that are in transition in one migration. Not thread-safe. */
final class Transition {
    private final QualifiedName table;
    private final List<Renamed> renames = new ArrayList<>();
    private final List<Grouped> groups = new ArrayList<>();
    private final List<Filled> fills = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Transition(QualifiedName table) {
        this.table = table;
    }

    /**
     * A column that exists under both names.
     *
     * @param old the column under its former name, as it is after what loosens it
     * @param twin the column under its present name, as expand leaves it
     * @param dual how they follow each other
     */
    record Renamed(Column old, Column twin, Twin dual) {}

    /** What makes columns of each other. */
    enum Kind {
        /** A column gets another name and other values. */
        CONVERTED,
        /** A column gets another name and another type, which takes its values as they are. */
        CAST,
        /** A column gets another type under its name. */
        SWAPPED,
        /** Columns are made of others. */
        SPLIT
    }

    /**
     * Columns that are made of each other.
     *
     * @param kind why
     * @param columns all of them, as they are called until they are swapped
     * @param swap how they are, where they are
     */
    record Grouped(Kind kind, ColumnGroup columns, Optional<SwapSql> swap) {
        List<Column> old() {
            return columns.former().stream().map(Member::column).toList();
        }

        List<Column> twins() {
            return columns.present().stream().map(Member::column).toList();
        }

        /** Returns whether the twin is NOT NULL before the rollout: every row of every version has a value for it. */
        boolean isRequiredEarly() {
            return (kind == Kind.CAST || kind == Kind.SWAPPED)
                    && !old().get(0).nullable()
                    && !twins().get(0).nullable();
        }

        /** Returns the columns as they are called behind the gate. */
        ColumnGroup leaving() {
            return swap.map(s -> ColumnGroup.casting(
                            old().get(0).withName(s.parked()).withDefault(Optional.empty()),
                            twins().get(0).withName(s.name())))
                    .orElse(columns);
        }

        /** Returns a test that holds for the twin, also when it has changed its name. */
        String evenSwapped(String test, String testUnderName) {
            return swap.map(s -> "(" + test + " OR " + s.swapped() + "\n    AND " + testUnderName + ")")
                    .orElse(test);
        }
    }

    /**
     * A column whose NULLs are filled.
     *
     * @param column its name
     * @param expression SQL expression over the row
     * @param trigger whether rows of running versions are filled too; where not, a default does it
     */
    record Filled(String column, String expression, boolean trigger) {}

    void rename(Renamed rename) {
        renames.add(rename);
    }

    void group(Grouped group) {
        groups.add(group);
    }

    void fill(Filled fill) {
        fills.add(fill);
    }

    void notes(List<String> texts) {
        texts.stream().filter(t -> !notes.contains(t)).forEach(notes::add);
    }

    QualifiedName table() {
        return table;
    }

    List<Renamed> renames() {
        return renames;
    }

    List<Grouped> groups() {
        return groups;
    }

    List<Filled> fills() {
        return fills;
    }

    List<String> notes() {
        return notes;
    }

    /** Returns whether triggers are needed. */
    boolean isDual() {
        return hasTwins() || fills.stream().anyMatch(Filled::trigger);
    }

    /** Returns whether columns follow each other. */
    boolean hasTwins() {
        return !renames.isEmpty() || !groups.isEmpty();
    }

    /** Returns whether a column changes its type under its name. */
    boolean isSwapping() {
        return groups.stream().anyMatch(g -> g.swap().isPresent());
    }

    /** Returns the columns that go, as they are called behind the gate. */
    List<Column> leaving() {
        return Stream.concat(
                        renames.stream().map(Renamed::old),
                        groups.stream()
                                .flatMap(g -> g.leaving().former().stream())
                                .map(Member::column))
                .toList();
    }

    DualWrite dualWrite(String number) {
        return dualWrite(number, groups.stream().map(Grouped::columns).toList());
    }

    /** Returns what the triggers do behind the gate, when twins have the names of their columns. */
    DualWrite dualWriteLeaving(String number) {
        return dualWrite(number, groups.stream().map(Grouped::leaving).toList());
    }

    private DualWrite dualWrite(String number, List<ColumnGroup> columns) {
        List<Fill> triggered = fills.stream()
                .filter(Filled::trigger)
                .map(f -> new Fill(f.column(), f.expression()))
                .toList();
        return new DualWrite(table, number, renames.stream().map(Renamed::dual).toList(), columns, triggered);
    }
}
