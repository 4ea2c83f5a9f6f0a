package dev.migratable.cli;

import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.AcceptedRisk;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.RenameStrategy;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the declarations of a command line against the two schemas that are compared: what they name must be there, so
 * that a misspelt rename is an error and not a dropped column.
 */
final class DeclarationReader {

    private static final int QUALIFIED_COLUMN = 3;
    private static final Pattern RISK = Pattern.compile("(MIG\\d+):\\s*(\\S.*)");

    private final Schema from;
    private final Schema to;
    private final List<TableRename> tableRenames;

    /**
     * Creates a reader.
     *
     * @param from the current schema
     * @param to the desired schema
     * @param declared what the desired side declares already
     */
    DeclarationReader(Schema from, Schema to, Declarations declared) {
        this.from = from;
        this.to = to;
        this.tableRenames = new ArrayList<>(declared.tableRenames());
    }

    /**
     * A table, or a column of it.
     *
     * @param table the table
     * @param column empty where the table itself is meant
     */
    private record Target(QualifiedName table, Optional<String> column) {
        String display() {
            return column.map(c -> new ColumnName(table, c).display()).orElse(table.display());
        }
    }

    /**
     * Reads the values of {@code --rename}, {@code --rename-by-view}, {@code --retire}, {@code --backfill} and
     * {@code --accept-risk}.
     */
    Declarations read(
            List<String> renames,
            List<String> aliases,
            List<String> retirements,
            List<String> backfills,
            List<String> acceptances) {
        List<String> ofColumns = new ArrayList<>();
        for (String rename : renames) {
            if (!readTableRename(rename)) {
                ofColumns.add(rename);
            }
        }
        List<ColumnRename> columnRenames = Stream.concat(
                        ofColumns.stream().map(text -> columnRename("--rename", text, RenameStrategy.DUAL_WRITE)),
                        aliases.stream().map(text -> columnRename("--rename-by-view", text, RenameStrategy.ALIAS_VIEW)))
                .distinct()
                .toList();
        List<Retirement> retired = retirements.stream().map(this::retirement).toList();
        Contradictions.check(tableRenames, columnRenames, retired);
        return new Declarations(
                columnRenames,
                tableRenames,
                retired,
                backfills.stream().map(this::backfill).toList(),
                acceptances.stream().map(this::acceptance).toList());
    }

    /** Takes a rename of a table in; returns whether it is one. */
    private boolean readTableRename(String text) {
        List<String> sides = sides("--rename", text, "TABLE.OLD=NEW or TABLE=NEW_TABLE");
        Target old = target("--rename", text, sides.get(0), from, Optional.of(to));
        if (old.column().isPresent()) {
            return false;
        }
        List<String> parts = NameReader.parts(sides.get(1));
        QualifiedName newName = parts.size() == 1
                ? old.table().withName(parts.get(0))
                : new QualifiedName(parts.get(0), String.join(".", parts.subList(1, parts.size())));
        requireTable("--rename", text, from, old.table(), "current");
        requireTable("--rename", text, to, newName, "desired");
        tableRenames.add(new TableRename(old.table(), newName));
        return true;
    }

    private ColumnRename columnRename(String option, String text, RenameStrategy strategy) {
        List<String> sides = sides(option, text, "TABLE.OLD=NEW");
        Target old = target(option, text, sides.get(0), from, Optional.of(to));
        String oldName = old.column().orElseThrow(() -> form(option, text, "TABLE.OLD=NEW"));
        String newName = NameReader.parts(sides.get(1)).get(0);
        QualifiedName before = before(old.table());
        QualifiedName after = after(before);
        requireColumn(option, text, from, new ColumnName(before, oldName), "current");
        requireColumn(option, text, to, new ColumnName(after, newName), "desired");
        return new ColumnRename(after, oldName, newName, strategy);
    }

    private Retirement retirement(String text) {
        Optional<QualifiedName> sequence = from.sequences().stream()
                .map(Sequence::name)
                .filter(name -> NameReader.parts(text).equals(parts(name)))
                .findFirst();
        if (sequence.isPresent()) {
            Target gone = new Target(sequence.get(), Optional.empty());
            rejectStillThere(text, to.sequence(sequence.get()).isPresent(), gone);
            return new Retirement(sequence.get(), Optional.empty());
        }
        Target target = target("--retire", text, text, from, Optional.empty());
        QualifiedName before = before(target.table());
        QualifiedName after = after(before);
        if (target.column().isEmpty()) {
            requireTable("--retire", text, from, before, "current");
            rejectStillThere(text, to.table(after).isPresent(), target);
            return new Retirement(before, Optional.empty());
        }
        String column = target.column().orElseThrow();
        requireColumn("--retire", text, from, new ColumnName(before, column), "current");
        rejectStillThere(text, to.table(after).flatMap(t -> t.column(column)).isPresent(), target);
        return new Retirement(after, target.column());
    }

    private static List<String> parts(QualifiedName name) {
        return name.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                ? List.of(name.name())
                : List.of(name.schema(), name.name());
    }

    private static void rejectStillThere(String text, boolean there, Target target) {
        if (there) {
            throw CliError.DECLARATION.at(
                    "--retire " + text,
                    target.display() + " is still in the desired schema",
                    "Remove it there first, or leave the option out");
        }
    }

    private Backfill backfill(String text) {
        List<String> sides = sides("--backfill", text, "TABLE.COLUMN=SQL");
        Target target = target("--backfill", text, sides.get(0), to, Optional.empty());
        if (target.column().isEmpty() || sides.get(1).isBlank()) {
            throw form("--backfill", text, "TABLE.COLUMN=SQL");
        }
        ColumnName column =
                new ColumnName(after(target.table()), target.column().orElseThrow());
        requireColumn("--backfill", text, to, column, "desired");
        return new Backfill(column, sides.get(1), Optional.empty());
    }

    private AcceptedRisk acceptance(String text) {
        String form = "TABLE=RULE:REASON or TABLE.COLUMN=RULE:REASON";
        List<String> sides = sides("--accept-risk", text, form);
        Matcher risk = RISK.matcher(sides.get(1));
        if (!risk.matches()) {
            throw form("--accept-risk", text, form);
        }
        Target target = target("--accept-risk", text, sides.get(0), to, Optional.of(from));
        QualifiedName table = after(target.table());
        boolean gone = to.table(table).isEmpty();
        Schema schema = gone ? from : to;
        requireTable("--accept-risk", text, schema, table, gone ? "current" : "desired");
        return new AcceptedRisk(table, target.column(), risk.group(1), risk.group(2));
    }

    private static List<String> sides(String option, String text, String form) {
        List<String> sides = NameReader.assignment(text);
        if (sides.size() < 2 || sides.get(1).isEmpty()) {
            throw form(option, text, form);
        }
        return sides;
    }

    private static MigratableException form(String option, String text, String form) {
        return CliError.DECLARATION.at(option + " " + text, "this is not of the form " + form, "Write it so");
    }

    /** Decides what {@code a.b} means: a column of table a in public, or table b in schema a. */
    private static Target target(String option, String text, String name, Schema first, Optional<Schema> second) {
        List<String> parts = NameReader.parts(name);
        if (parts.size() > QUALIFIED_COLUMN || parts.stream().anyMatch(String::isEmpty)) {
            throw form(option, text, "TABLE, TABLE.COLUMN or SCHEMA.TABLE.COLUMN");
        }
        if (parts.size() == 1) {
            return new Target(QualifiedName.inPublic(parts.get(0)), Optional.empty());
        }
        if (parts.size() == QUALIFIED_COLUMN) {
            return new Target(new QualifiedName(parts.get(0), parts.get(1)), Optional.of(parts.get(2)));
        }
        QualifiedName qualified = new QualifiedName(parts.get(0), parts.get(1));
        Target column = new Target(QualifiedName.inPublic(parts.get(0)), Optional.of(parts.get(1)));
        boolean isTable = first.table(qualified).isPresent();
        boolean isColumn = Stream.concat(Stream.of(first), second.stream())
                .anyMatch(schema -> schema.table(column.table()).isPresent());
        if (isTable && isColumn) {
            throw CliError.DECLARATION.at(
                    option + " " + text,
                    name + " may be a table of schema " + parts.get(0) + " or a column of table " + parts.get(0),
                    "Write the column as public." + name);
        }
        return isTable ? new Target(qualified, Optional.empty()) : column;
    }

    /** Returns the name in the current schema of a table given by either name. */
    private QualifiedName before(QualifiedName table) {
        return tableRenames.stream()
                .filter(rename -> rename.to().equals(table))
                .map(TableRename::from)
                .filter(name -> from.table(name).isPresent())
                .findFirst()
                .orElse(table);
    }

    /** Returns the name in the desired schema of a table of the current one. */
    private QualifiedName after(QualifiedName table) {
        return tableRenames.stream()
                .filter(rename -> rename.from().equals(table))
                .map(TableRename::to)
                .filter(name -> to.table(name).isPresent())
                .findFirst()
                .orElse(table);
    }

    private static void requireColumn(String option, String text, Schema schema, ColumnName column, String side) {
        requireTable(option, text, schema, column.table(), side);
        List<String> columns = schema.table(column.table())
                .map(table -> table.columns().stream().map(Column::name).toList())
                .orElse(List.of());
        if (!columns.contains(column.column())) {
            throw unknown(option, text, "column " + column.display(), column.column(), columns, side);
        }
    }

    private static void requireTable(String option, String text, Schema schema, QualifiedName table, String side) {
        if (schema.table(table).isEmpty()) {
            List<String> tables = schema.tables().stream()
                    .map(Table::name)
                    .map(QualifiedName::display)
                    .toList();
            throw unknown(option, text, "table " + table.display(), table.display(), tables, side);
        }
    }

    private static MigratableException unknown(
            String option, String text, String what, String name, Collection<String> known, String side) {
        String fix = Suggestion.question(name, known, "Check the name with 'snapshot'.");
        return new MigratableException(
                CliError.DECLARATION.code(),
                option + " " + text + ": the " + side + " schema has no " + what + ". " + fix);
    }
}
