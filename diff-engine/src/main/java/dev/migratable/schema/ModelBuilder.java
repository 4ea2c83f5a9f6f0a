package dev.migratable.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a model statement by statement. Generated descriptors are written with it: its methods are not overloaded and not
 * generic, so that javac is quick with many calls. What is not said is as PostgreSQL has it by default. Not thread-safe.
 */
public final class ModelBuilder {

    private final Map<QualifiedName, TableBuilder> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, TableBuilder> contributions = new LinkedHashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<Declarations.ColumnRename> columnRenames = new ArrayList<>();
    private final List<Declarations.TableRename> tableRenames = new ArrayList<>();
    private final List<Declarations.Retirement> retirements = new ArrayList<>();
    private final List<Declarations.Backfill> backfills = new ArrayList<>();
    private final List<Declarations.AcceptedRisk> acceptedRisks = new ArrayList<>();

    /** Creates a builder of the empty model. */
    public ModelBuilder() {}

    /** Returns the builder of a table, the same one each time. */
    public TableBuilder table(String schema, String name) {
        return tables.computeIfAbsent(new QualifiedName(schema, name), TableBuilder::new);
    }

    /** Returns the builder of what is contributed to another model's table, the same one each time. */
    public TableBuilder contribution(String schema, String name) {
        return contributions.computeIfAbsent(new QualifiedName(schema, name), TableBuilder::new);
    }

    /** Adds a sequence that no column owns; the type is as {@link SqlType#parse} reads it. */
    public void sequence(
            String schema,
            String name,
            String type,
            long start,
            long increment,
            long minimum,
            long maximum,
            long cache,
            boolean cycle) {
        SequenceOptions options = new SequenceOptions(start, increment, minimum, maximum, cache, cycle);
        sequences.add(new Sequence(new QualifiedName(schema, name), SqlType.parse(type), options, Optional.empty()));
    }

    /** Says which column owns the sequence that was added last. */
    public void ownedBy(String schema, String table, String column) {
        Sequence last = sequences.remove(sequences.size() - 1);
        ColumnName owner = new ColumnName(new QualifiedName(schema, table), column);
        sequences.add(new Sequence(last.name(), last.type(), last.options(), Optional.of(owner)));
    }

    /** Declares that a column had another name. */
    public void columnRenamed(String schema, String table, String from, String to) {
        columnRenames.add(new Declarations.ColumnRename(new QualifiedName(schema, table), from, to));
    }

    /** Declares that a table had another name. */
    public void tableRenamed(String fromSchema, String from, String toSchema, String to) {
        tableRenames.add(
                new Declarations.TableRename(new QualifiedName(fromSchema, from), new QualifiedName(toSchema, to)));
    }

    /** Declares that a table was given up. */
    public void tableRetired(String schema, String table) {
        retirements.add(new Declarations.Retirement(new QualifiedName(schema, table), Optional.empty()));
    }

    /** Declares that a column was given up. */
    public void columnRetired(String schema, String table, String column) {
        retirements.add(new Declarations.Retirement(new QualifiedName(schema, table), Optional.of(column)));
    }

    /** Declares how existing rows get a value. */
    public void backfill(String schema, String table, String column, String expression) {
        ColumnName name = new ColumnName(new QualifiedName(schema, table), column);
        backfills.add(new Declarations.Backfill(name, expression, Optional.empty()));
    }

    /** Declares how existing rows get a value, and the way back. */
    public void conversion(String schema, String table, String column, String expression, String reverse) {
        ColumnName name = new ColumnName(new QualifiedName(schema, table), column);
        backfills.add(new Declarations.Backfill(name, expression, Optional.of(reverse)));
    }

    /** Declares that a finding at a table is accepted. */
    public void riskAccepted(String schema, String table, String rule, String reason) {
        acceptedRisks.add(
                new Declarations.AcceptedRisk(new QualifiedName(schema, table), Optional.empty(), rule, reason));
    }

    /** Declares that a finding at a column is accepted. */
    public void columnRiskAccepted(String schema, String table, String column, String rule, String reason) {
        acceptedRisks.add(
                new Declarations.AcceptedRisk(new QualifiedName(schema, table), Optional.of(column), rule, reason));
    }

    /** Returns the model with what was said so far. */
    public Model build() {
        Declarations declarations =
                new Declarations(columnRenames, tableRenames, retirements, backfills, acceptedRisks);
        return new Model(
                new Schema(build(tables), sequences), declarations, new Schema(build(contributions), List.of()));
    }

    private static List<Table> build(Map<QualifiedName, TableBuilder> builders) {
        return builders.values().stream().map(TableBuilder::build).toList();
    }
}
