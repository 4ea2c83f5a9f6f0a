package dev.migratable.cli;

import dev.migratable.change.Change;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Narrows a comparison to what a filter keeps.
 *
 * <p>What is hidden is not taken out but made equal: the desired side gets it as the current side has it. So a foreign
 * key between a kept and a hidden table finds both ends, whatever the hidden one is renamed to, and the baseline that a
 * narrowed migration leaves behind still lacks the changes that were hidden. Only a live database's hidden tables that
 * the model does not speak of are taken out: they are no part of a baseline.
 *
 * @param from the current side to compare
 * @param to the desired side to compare
 * @param readFrom the current side as it was read
 * @param readTo the desired side as it was read
 * @param kept what the filter keeps and hides, under the desired side's names
 * @param hiddenChanges how many changes are hidden
 */
record Narrowing(Side from, Side to, Side readFrom, Side readTo, Kept kept, long hiddenChanges) {

    /** Rejects nulls. */
    Narrowing {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Narrows two sides.
     *
     * @throws dev.migratable.schema.MigratableException where a pattern matches nothing, or all is hidden
     */
    static Narrowing of(ObjectFilter filter, Side from, Side to, Shell shell) {
        filter.check(names(List.of(from.model().schema(), to.model().schema())), shell);
        Schema current = from.model().schema();
        List<Change> renames = SchemaDiffer.diff(current, to.model()).stream()
                .filter(change -> change instanceof RenameTable || change instanceof RenameColumn)
                .toList();
        Map<QualifiedName, QualifiedName> formerNames = new HashMap<>();
        for (Change rename : renames) {
            if (rename instanceof RenameTable table) {
                formerNames.put(table.newName(), table.table());
            }
        }
        Schema renamed = Change.applyAll(current, renames);
        Schema desired = to.model().schema();
        Kept kept = Kept.of(filter, List.of(renamed, desired), formerNames);
        checkAnything(kept);
        Predicate<QualifiedName> foreign = from.live() && !to.live()
                ? name -> kept.hides(name)
                        && desired.table(name).isEmpty()
                        && desired.sequence(name).isEmpty()
                        && desired.enumType(name).isEmpty()
                        && desired.compositeType(name).isEmpty()
                : name -> false;
        Model narrowed = new Model(
                formerNames(merge(kept, without(renamed, foreign), desired), renames, kept),
                declarations(to.model().declarations(), formerNames, kept));
        return new Narrowing(
                from.withModel(new Model(without(current, foreign), Declarations.NONE)),
                to.withModel(narrowed),
                from,
                to,
                kept,
                hidden(kept, formerNames, from, to));
    }

    /** Narrows one side, for a snapshot: what is hidden is left out. */
    static Side of(ObjectFilter filter, Side side, Shell shell) {
        Schema schema = side.model().schema();
        filter.check(names(List.of(schema)), shell);
        Kept kept = Kept.of(filter, List.of(schema), Map.of());
        checkAnything(kept);
        shell.err().println(kept.summary());
        Declarations declarations = declarations(side.model().declarations(), Map.of(), kept);
        return side.withModel(new Model(
                without(schema, kept::hides),
                declarations,
                without(side.model().contributions(), name -> !filter.keeps(List.of(name)))));
    }

    private static void checkAnything(Kept kept) {
        if (kept.tables().isEmpty()
                && kept.sequences().isEmpty()
                && kept.types().isEmpty()) {
            throw CliError.FILTER.at("the filter", "it hides everything", "Check which patterns exclude each other");
        }
    }

    private static TreeSet<QualifiedName> names(List<Schema> schemas) {
        TreeSet<QualifiedName> names = new TreeSet<>();
        for (Schema schema : schemas) {
            schema.tables().forEach(table -> names.add(table.name()));
            schema.sequences().forEach(sequence -> names.add(sequence.name()));
            schema.enumTypes().forEach(type -> names.add(type.name()));
            schema.compositeTypes().forEach(type -> names.add(type.name()));
        }
        return names;
    }

    private static Schema without(Schema schema, Predicate<QualifiedName> foreign) {
        return new Schema(
                schema.tables().stream()
                        .filter(table -> !foreign.test(table.name()))
                        .toList(),
                schema.sequences().stream()
                        .filter(sequence -> !foreign.test(sequence.name()))
                        .toList(),
                schema.enumTypes().stream()
                        .filter(type -> !foreign.test(type.name()))
                        .toList(),
                schema.compositeTypes().stream()
                        .filter(type -> !foreign.test(type.name()))
                        .toList());
    }

    private static Schema merge(Kept kept, Schema renamed, Schema desired) {
        List<Table> tables = Stream.concat(
                        desired.tables().stream().filter(table -> !kept.hides(table.name())),
                        renamed.tables().stream().filter(table -> kept.hides(table.name())))
                .toList();
        List<Sequence> sequences = Stream.concat(
                        desired.sequences().stream().filter(sequence -> !kept.hides(sequence.name())),
                        renamed.sequences().stream().filter(sequence -> kept.hides(sequence.name())))
                .toList();
        List<EnumType> enumTypes = Stream.concat(
                        desired.enumTypes().stream().filter(type -> !kept.hides(type.name())),
                        renamed.enumTypes().stream().filter(type -> kept.hides(type.name())))
                .toList();
        List<CompositeType> compositeTypes = Stream.concat(
                        desired.compositeTypes().stream().filter(type -> !kept.hides(type.name())),
                        renamed.compositeTypes().stream().filter(type -> kept.hides(type.name())))
                .toList();
        return new Schema(tables, sequences, enumTypes, compositeTypes);
    }

    /** Takes the renames of what is hidden back; foreign keys to it follow. */
    private static Schema formerNames(Schema schema, List<Change> renames, Kept kept) {
        List<Change> back = new ArrayList<>();
        for (Change rename : renames) {
            QualifiedName present = rename instanceof RenameTable table ? table.newName() : rename.table();
            if (kept.hides(present)) {
                back.add(0, rename.inverse().orElseThrow());
            }
        }
        for (Change rename : back) {
            if (rename instanceof RenameTable table
                    && schema.table(table.newName()).isPresent()) {
                throw CliError.FILTER.at(
                        "the filter",
                        "table " + table.newName().display() + " is renamed to "
                                + table.table().display() + ", which it hides, and another table takes the name",
                        "Keep both tables");
            }
        }
        return Change.applyAll(schema, back);
    }

    private static Declarations declarations(
            Declarations all, Map<QualifiedName, QualifiedName> formerNames, Kept kept) {
        Map<QualifiedName, QualifiedName> presentNames = new HashMap<>();
        formerNames.forEach((present, former) -> presentNames.put(former, present));
        Predicate<QualifiedName> keeps = name -> !kept.hides(presentNames.getOrDefault(name, name));
        return new Declarations(
                all.columnRenames().stream().filter(r -> keeps.test(r.table())).toList(),
                all.tableRenames().stream().filter(r -> keeps.test(r.from())).toList(),
                all.retirements().stream().filter(r -> keeps.test(r.table())).toList(),
                all.backfills().stream()
                        .filter(b -> keeps.test(b.column().table()))
                        .toList(),
                all.acceptedRisks().stream().filter(r -> keeps.test(r.table())).toList());
    }

    private static long hidden(Kept kept, Map<QualifiedName, QualifiedName> formerNames, Side from, Side to) {
        Set<QualifiedName> hidden = new HashSet<>(kept.hiddenTables());
        formerNames.forEach((present, former) -> {
            if (kept.hides(present)) {
                hidden.add(former);
            }
        });
        hidden.addAll(kept.hiddenSequences());
        hidden.addAll(kept.hiddenTypes());
        return Comparison.differences(from, to).changes().stream()
                .filter(change -> hidden.contains(change.table()))
                .count();
    }

    /** Returns what is said of the filter. */
    String summary() {
        String changes = hiddenChanges + (hiddenChanges == 1 ? " change" : " changes");
        return kept.summary() + ", with " + (hiddenChanges == 0 ? "no changes" : changes);
    }
}
