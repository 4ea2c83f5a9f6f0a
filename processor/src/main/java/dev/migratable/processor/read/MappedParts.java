package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.List;

/** Collects what attributes add to their entity's table, and the attributes that have tables of their own. */
final class MappedParts {

    private final List<MappedColumn> columns = new ArrayList<>();
    private final List<MappedReference> references = new ArrayList<>();
    private final List<List<String>> uniques = new ArrayList<>();
    private final List<Attribute> collections = new ArrayList<>();
    private final List<MappedColumn.Check> checks = new ArrayList<>();
    private boolean complete = true;

    List<MappedColumn> columns() {
        return columns;
    }

    List<MappedReference> references() {
        return references;
    }

    /** Returns the groups of columns that are unique together. */
    List<List<String>> uniques() {
        return uniques;
    }

    List<Attribute> collections() {
        return collections;
    }

    /** Returns the checks that belong to no single column. */
    List<MappedColumn.Check> checks() {
        return checks;
    }

    /** Returns whether everything could be read. */
    boolean isComplete() {
        return complete;
    }

    void fail() {
        complete = false;
    }

    void add(MappedParts others) {
        columns.addAll(others.columns);
        references.addAll(others.references);
        uniques.addAll(others.uniques);
        collections.addAll(others.collections);
        checks.addAll(others.checks);
        complete &= others.complete;
    }
}
