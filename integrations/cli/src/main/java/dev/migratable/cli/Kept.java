package dev.migratable.cli;

import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of the tables, sequences and types that a filter keeps and hides, among one or two schemas.
 *
 * <p>A sequence that a column owns goes with its table, and one that a kept table's default takes its values from, or an
 * type that a column of it has, or a kept type has as an attribute, is kept: without it the table could not be created.
 * Any other goes by its own name.
 *
 * @param tables the kept tables
 * @param sequences the kept sequences
 * @param types the kept enum types and composite types
 * @param hiddenTables the other tables
 * @param hiddenSequences the other sequences
 * @param hiddenTypes the other enum types and composite types
 */
record Kept(
        Set<QualifiedName> tables,
        Set<QualifiedName> sequences,
        Set<QualifiedName> types,
        Set<QualifiedName> hiddenTables,
        Set<QualifiedName> hiddenSequences,
        Set<QualifiedName> hiddenTypes) {

    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('((?:[^']|'')*)'");

    /**
     * Divides.
     *
     * @param schemas under the present names
     * @param formerNames of renamed tables, by present name: a filter may say either
     */
    static Kept of(ObjectFilter filter, List<Schema> schemas, Map<QualifiedName, QualifiedName> formerNames) {
        Set<QualifiedName> tables = new TreeSet<>();
        Set<QualifiedName> hiddenTables = new TreeSet<>();
        for (Schema schema : schemas) {
            for (Table table : schema.tables()) {
                QualifiedName name = table.name();
                boolean keeps = filter.keeps(Stream.concat(Stream.of(name), Stream.ofNullable(formerNames.get(name)))
                        .toList());
                (keeps ? tables : hiddenTables).add(name);
            }
        }
        Set<QualifiedName> used = used(schemas, tables);
        Set<QualifiedName> sequences = new TreeSet<>();
        Set<QualifiedName> hiddenSequences = new TreeSet<>();
        for (Schema schema : schemas) {
            for (Sequence sequence : schema.sequences()) {
                boolean keeps = sequence.ownedBy()
                        .map(ColumnName::table)
                        .map(tables::contains)
                        .orElseGet(() -> filter.keeps(List.of(sequence.name())));
                (keeps || used.contains(sequence.name()) ? sequences : hiddenSequences).add(sequence.name());
            }
        }
        // One that a column owns in only one of the schemas.
        hiddenSequences.removeAll(sequences);
        KeptTypes types = KeptTypes.of(filter, schemas, tables);
        return new Kept(tables, sequences, types.kept(), hiddenTables, hiddenSequences, types.hidden());
    }

    private static Set<QualifiedName> used(List<Schema> schemas, Collection<QualifiedName> tables) {
        Set<QualifiedName> used = new HashSet<>();
        for (Schema schema : schemas) {
            for (QualifiedName name : tables) {
                schema.table(name).stream()
                        .flatMap(table -> table.columns().stream())
                        .map(Column::defaultValue)
                        .flatMap(Optional::stream)
                        .map(NEXT_VALUE::matcher)
                        .filter(Matcher::find)
                        .map(matcher -> NameReader.parts(matcher.group(1).replace("''", "'")))
                        .filter(parts -> parts.size() <= 2)
                        .map(parts -> parts.size() == 1
                                ? QualifiedName.inPublic(parts.get(0))
                                : new QualifiedName(parts.get(0), parts.get(1)))
                        .forEach(used::add);
            }
        }
        return used;
    }

    /** Returns whether a table, sequence or type is hidden. */
    boolean hides(QualifiedName name) {
        return hiddenTables.contains(name) || hiddenSequences.contains(name) || hiddenTypes.contains(name);
    }

    /** Returns what is said of the hidden ones, without what is in them. */
    String summary() {
        return "filter: hides " + of(hiddenTables.size(), tables.size(), "table")
                + also(hiddenSequences.size(), sequences.size(), "sequence")
                + also(hiddenTypes.size(), types.size(), "type");
    }

    private static String also(int hidden, int kept, String noun) {
        return hidden + kept == 0 ? "" : " and " + of(hidden, kept, noun);
    }

    private static String of(int hidden, int kept, String noun) {
        int all = hidden + kept;
        return hidden + " of " + all + " " + noun + (all == 1 ? "" : "s");
    }
}
