package dev.migratable.runtime.expansion;

import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.AcceptedRisk;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.RenameStrategy;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One evolution: two schemas, what was declared, rows that are there, and what both versions do meanwhile. */
final class PlanCase {
    static final String ID = "0002_evolve";

    private final String name;
    private final List<Table> from = new ArrayList<>();
    private final List<Table> to = new ArrayList<>();
    private final List<Sequence> fromSequences = new ArrayList<>();
    private final List<Sequence> toSequences = new ArrayList<>();
    private final List<EnumType> fromTypes = new ArrayList<>();
    private final List<EnumType> toTypes = new ArrayList<>();
    private final List<CompositeType> fromComposites = new ArrayList<>();
    private final List<CompositeType> toComposites = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private Declarations declarations = Declarations.NONE;
    private final List<String> rows = new ArrayList<>();
    private final List<String> during = new ArrayList<>();
    private final List<String> afterwards = new ArrayList<>();
    private final List<String> rolledBack = new ArrayList<>();

    private int since;

    private PlanCase(String name) {
        this.name = name;
    }

    static PlanCase named(String name) {
        return new PlanCase(name);
    }

    /** Says that servers of an older version cannot do it. */
    PlanCase since(int version) {
        since = version;
        return this;
    }

    int since() {
        return since;
    }

    PlanCase from(TableBuilder... tables) {
        Stream.of(tables).map(TableBuilder::build).forEach(from::add);
        return this;
    }

    PlanCase to(TableBuilder... tables) {
        Stream.of(tables).map(TableBuilder::build).forEach(to::add);
        return this;
    }

    PlanCase fromSequence(Sequence sequence) {
        fromSequences.add(sequence);
        return this;
    }

    PlanCase toSequence(Sequence sequence) {
        toSequences.add(sequence);
        return this;
    }

    PlanCase fromType(EnumType type) {
        fromTypes.add(type);
        return this;
    }

    PlanCase fromType(CompositeType type) {
        fromComposites.add(type);
        return this;
    }

    PlanCase toType(CompositeType type) {
        toComposites.add(type);
        return this;
    }

    PlanCase toType(EnumType type) {
        toTypes.add(type);
        return this;
    }

    /** Says what a rollback leaves different, as the differ describes what would undo it. */
    PlanCase keeps(String... differences) {
        kept.addAll(List.of(differences));
        return this;
    }

    List<String> kept() {
        return kept;
    }

    PlanCase renamed(String table, String column, String present) {
        return declare(new Declarations(
                List.of(new ColumnRename(QualifiedName.inPublic(table), column, present)),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    PlanCase aliased(String table, String column, String present) {
        return declare(new Declarations(
                List.of(new ColumnRename(QualifiedName.inPublic(table), column, present, RenameStrategy.ALIAS_VIEW)),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    PlanCase renamedTable(String table, String present) {
        return declare(new Declarations(
                List.of(),
                List.of(new TableRename(QualifiedName.inPublic(table), QualifiedName.inPublic(present))),
                List.of(),
                List.of(),
                List.of()));
    }

    PlanCase retired(String table, String... columns) {
        List<Retirement> retirements = Stream.of(columns)
                .map(c -> new Retirement(QualifiedName.inPublic(table), Optional.of(c)))
                .toList();
        return declare(new Declarations(
                List.of(),
                List.of(),
                columns.length == 0
                        ? List.of(new Retirement(QualifiedName.inPublic(table), Optional.empty()))
                        : retirements,
                List.of(),
                List.of()));
    }

    PlanCase backfilled(String table, String column, String expression) {
        ColumnName target = new ColumnName(QualifiedName.inPublic(table), column);
        return declare(new Declarations(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Backfill(target, expression, Optional.empty())),
                List.of()));
    }

    /** Declares how a column is made of others, and the ways back. */
    PlanCase converted(String table, String column, String forward, String... backward) {
        ColumnName target = new ColumnName(QualifiedName.inPublic(table), column);
        return declare(new Declarations(
                List.of(), List.of(), List.of(), List.of(new Backfill(target, forward, List.of(backward))), List.of()));
    }

    PlanCase accepted(String table, String rule) {
        return accepted(table, Optional.empty(), rule);
    }

    PlanCase accepted(String table, String column, String rule) {
        return accepted(table, Optional.of(column), rule);
    }

    private PlanCase accepted(String table, Optional<String> column, String rule) {
        return declare(new Declarations(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new AcceptedRisk(
                        QualifiedName.inPublic(table), column, rule, "small, and made anew every night"))));
    }

    private PlanCase declare(Declarations more) {
        declarations = declarations.and(more);
        return this;
    }

    /** Statements before the migration. */
    PlanCase rows(String... statements) {
        rows.addAll(List.of(statements));
        return this;
    }

    /**
     * What happens between expand and contract. A line is a statement, or a query, an arrow and the expected value of
     * its only row and column.
     */
    PlanCase during(String... lines) {
        during.addAll(List.of(lines));
        return this;
    }

    /** What happens after the contract, in the same form. */
    PlanCase afterwards(String... lines) {
        afterwards.addAll(List.of(lines));
        return this;
    }

    /** What holds when all is rolled back, in the same form. */
    PlanCase rolledBack(String... lines) {
        rolledBack.addAll(List.of(lines));
        return this;
    }

    List<String> rolledBack() {
        return rolledBack;
    }

    String name() {
        return name;
    }

    Schema before() {
        return new Schema(from, fromSequences, fromTypes, fromComposites);
    }

    Model after() {
        return new Model(new Schema(to, toSequences, toTypes, toComposites), declarations);
    }

    List<String> rows() {
        return rows;
    }

    /** Returns the lines that are statements and succeed. */
    static List<String> statements(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.contains(" -> ") && !line.startsWith("ERROR ") && !line.equals("GATE CLOSED"))
                .toList();
    }

    List<String> during() {
        return during;
    }

    List<String> afterwards() {
        return afterwards;
    }

    PlanResult result() {
        return Planner.plan(new PlanRequest(ID, before(), after(), Generator.judge(before(), after()), List.of()));
    }

    /** The schema before the evolution but for partitioned tables, which plans do not create and the rows begin with. */
    Schema created() {
        return before().withTables(before().tables().stream()
                .filter(table -> !table.options().isOfPartitions())
                .toList());
    }

    /** The plan that makes it. */
    MigrationPlan creation() {
        Model model = new Model(created(), Declarations.NONE);
        return Planner.plan(new PlanRequest(
                        "0001_create", Schema.EMPTY, model, Generator.judge(Schema.EMPTY, model), List.of()))
                .plan()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
