package dev.migratable.runtime.expansion;

import dev.migratable.runtime.sql.DualWrite;
import dev.migratable.runtime.sql.DualWrite.Fill;
import dev.migratable.runtime.sql.DualWrite.Twin;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Collects the columns of one table that are in transition in one migration. Not thread-safe. */
final class Transition {
    private final QualifiedName table;
    private final List<Renamed> renames = new ArrayList<>();
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

    List<Filled> fills() {
        return fills;
    }

    List<String> notes() {
        return notes;
    }

    /** Returns whether triggers are needed. */
    boolean isDual() {
        return !renames.isEmpty() || fills.stream().anyMatch(Filled::trigger);
    }

    DualWrite dualWrite(String number) {
        List<Fill> triggered = fills.stream()
                .filter(Filled::trigger)
                .map(f -> new Fill(f.column(), f.expression()))
                .toList();
        return new DualWrite(table, number, renames.stream().map(Renamed::dual).toList(), triggered);
    }
}
