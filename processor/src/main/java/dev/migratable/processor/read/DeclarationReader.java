package dev.migratable.processor.read;

import dev.migratable.classify.RuleId;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.Suggestion;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.AcceptedRisk;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.RenameStrategy;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Reads Migratable's own annotations: what the developer declares about how the schema may change. */
final class DeclarationReader {

    private static final List<String> ON_COLUMNS =
            List.of(Jpa.RENAMED_FROM, Jpa.BACKFILL, Jpa.CONVERT_USING, Jpa.ACCEPT_RISK, Jpa.ACCEPT_RISKS);

    private final ReadContext context;
    private final List<ColumnRename> columnRenames = new ArrayList<>();
    private final List<TableRename> tableRenames = new ArrayList<>();
    private final List<Retirement> retirements = new ArrayList<>();
    private final List<Backfill> backfills = new ArrayList<>();
    private final List<AcceptedRisk> acceptedRisks = new ArrayList<>();

    DeclarationReader(ReadContext context) {
        this.context = context;
    }

    /** Returns what is declared on an entity and its columns. */
    Declarations read(TypeElement entity, QualifiedName table, List<MappedColumn> columns) {
        ColumnNames names = new ColumnNames(columns, context.naming());
        columns(table, columns);
        for (String former : values(entity, Jpa.RENAMED_FROM)) {
            tableRename(entity, former, table);
        }
        for (String gone : values(entity, Jpa.RETIRED)) {
            String column = context.naming().raw(gone);
            if (names.column(gone).isPresent()) {
                bad(
                        entity,
                        "@Retired names '" + gone + "', which is still mapped",
                        "Remove the attribute or the annotation");
            }
            retirements.add(new Retirement(table, Optional.of(column)));
        }
        risks(entity, table, Optional.empty());
        return result();
    }

    /** Returns what is declared on the attributes of a table that is not the entity's first. */
    Declarations readColumns(QualifiedName table, List<MappedColumn> columns) {
        columns(table, columns);
        return result();
    }

    /**
     * Returns what is declared on a collection with a table of its own: a former name is the table's, or, after
     * {@code column=}, a column's.
     */
    Declarations readCollection(Attribute collection, QualifiedName table, List<MappedColumn> columns) {
        Element element = collection.element();
        ColumnNames names = new ColumnNames(columns, context.naming());
        for (String value : values(element, Jpa.RENAMED_FROM)) {
            if (value.indexOf('=') < 0) {
                tableRename(element, value, table);
            } else {
                renameNamed(element, value, table, names);
            }
        }
        rejectValues(element);
        risks(element, table, Optional.empty());
        inside(element, table, columns, names);
        return result();
    }

    /** Returns what is declared on a collection whose columns are in the table of its elements. */
    Declarations readContribution(Attribute collection, QualifiedName table, List<MappedColumn> columns) {
        Element element = collection.element();
        ColumnNames names = new ColumnNames(columns, context.naming());
        for (String value : values(element, Jpa.RENAMED_FROM)) {
            if (value.indexOf('=') < 0) {
                rename(element, columns.get(0), value, table, names);
            } else {
                renameNamed(element, value, table, names);
            }
        }
        rejectValues(element);
        columns.forEach(column -> risks(element, table, Optional.of(column.name())));
        inside(element, table, columns, names);
        return result();
    }

    /** What embeddables in a collection say of their own columns. */
    private void inside(Element collection, QualifiedName table, List<MappedColumn> columns, ColumnNames names) {
        for (MappedColumn column : columns) {
            Element element = column.attribute().element();
            if (!element.equals(collection)) {
                values(element, Jpa.RENAMED_FROM).forEach(former -> rename(element, column, former, table, names));
                backfill(element, column, table);
                risks(element, table, Optional.of(column.name()));
            }
        }
    }

    private void renameNamed(Element element, String value, QualifiedName table, ColumnNames names) {
        String present = value.substring(0, value.indexOf('='));
        Optional<MappedColumn> column = names.column(present);
        if (column.isEmpty()) {
            String hint = Suggestion.of(present, names.all());
            context.error(element, Problem.UNKNOWN_NAME, "@RenamedFrom", present, "column", table.name(), hint);
            return;
        }
        String former = value.substring(value.indexOf('=') + 1);
        rename(element, column.get(), former, context.naming().raw(former), table, names);
    }

    private void rejectValues(Element element) {
        for (String annotation : List.of(Jpa.BACKFILL, Jpa.CONVERT_USING)) {
            if (context.annotations().of(element).has(annotation)) {
                String fact =
                        "@" + annotation.substring(Jpa.OWN.length()) + " is on a collection, which has no one column";
                bad(
                        element,
                        fact,
                        "Put it on an attribute of the embeddable, or map the table as an entity of its own");
            }
        }
    }

    private void tableRename(Element element, String former, QualifiedName table) {
        QualifiedName from = tableName(former, table.schema());
        if (from.equals(table)) {
            bad(element, "@RenamedFrom names the table itself", "Name what it was called before, or remove it");
            return;
        }
        tableRenames.add(new TableRename(from, table));
    }

    private void columns(QualifiedName table, List<MappedColumn> all) {
        ColumnNames names = new ColumnNames(all, context.naming());
        List<MappedColumn> columns =
                all.stream().filter(c -> isDeclarable(c.attribute())).toList();
        checkHolders(columns);
        for (MappedColumn column : columns) {
            Attribute attribute = column.attribute();
            renames(column, table, names);
            backfill(attribute.element(), column, table);
            risks(attribute.element(), table, Optional.of(column.name()));
            for (Attribute holder : attribute.place().holders()) {
                backfill(holder.element(), column, table);
                risks(holder.element(), table, Optional.of(column.name()));
            }
        }
    }

    /** The discriminator of an embeddable is no attribute, but the embedded attribute can say something of it. */
    private static boolean isDeclarable(Attribute attribute) {
        return !attribute.isOfClass() || !attribute.place().holders().isEmpty();
    }

    /** Returns what is declared on a package: the tables given up. */
    Declarations read(PackageElement owner) {
        for (String gone : values(owner, Jpa.RETIRED)) {
            retirements.add(new Retirement(tableName(gone, context.options().defaultSchema()), Optional.empty()));
        }
        return result();
    }

    private Declarations result() {
        return new Declarations(columnRenames, tableRenames, retirements, backfills, acceptedRisks);
    }

    /** Reports declarations on an attribute that has no column. */
    void rejectOn(Attribute attribute) {
        for (AnnotationValues annotation : attribute.annotations().all()) {
            if (ON_COLUMNS.contains(annotation.typeName())) {
                String fact = "@" + annotation.simpleName() + " is on an attribute that has no column";
                bad(attribute.element(), fact, "Remove it");
            }
        }
    }

    private void renames(MappedColumn column, QualifiedName table, ColumnNames names) {
        Element element = column.attribute().element();
        List<String> own = values(element, Jpa.RENAMED_FROM);
        List<Attribute> holders = column.attribute().place().holders();
        if (!own.isEmpty() && !holders.isEmpty() && column.attribute().isOverridden()) {
            String fact = "@RenamedFrom is on an attribute whose column '" + column.name() + "' is named at "
                    + holders.get(0).name();
            bad(element, fact, "Write @RenamedFrom(\"" + below(column, 0) + "=…\") there");
            return;
        }
        own.forEach(former -> rename(element, column, former, table, names));
        for (int i = 0; i < holders.size(); i++) {
            String prefix = below(column, i) + "=";
            Element holder = holders.get(i).element();
            values(holder, Jpa.RENAMED_FROM).stream()
                    .filter(value -> value.startsWith(prefix))
                    .forEach(value -> rename(holder, column, value.substring(prefix.length()), table, names));
        }
    }

    /** The attribute's path from the embeddable of one of the attributes around it on. */
    private static String below(MappedColumn column, int holder) {
        int length = 0;
        for (Attribute around : column.attribute().place().holders().subList(0, holder + 1)) {
            length += around.name().length() + 1;
        }
        return column.attribute().path().substring(length);
    }

    private void rename(Element element, MappedColumn column, String former, QualifiedName table, ColumnNames names) {
        rename(element, column, former, formerColumn(column, former), table, names);
    }

    private void rename(
            Element element, MappedColumn column, String former, String from, QualifiedName table, ColumnNames names) {
        if (names.column(former).isPresent()) {
            String fact = "@RenamedFrom names '" + former + "', which is still mapped";
            bad(element, fact, "Name a column the entity no longer has, or remove it");
            return;
        }
        Optional<ColumnRename> other = columnRenames.stream()
                .filter(r -> r.from().equals(from) && !r.to().equals(column.name()))
                .findFirst();
        if (other.isPresent()) {
            String fact =
                    "@RenamedFrom names '" + former + "', which '" + other.get().to() + "' was called, too";
            bad(element, fact, "Keep it at the one that has the values, and give the other a @Backfill");
            return;
        }
        columnRenames.add(new ColumnRename(table, from, column.name(), strategy(element)));
    }

    private RenameStrategy strategy(Element element) {
        return context.annotations()
                .of(element)
                .find(Jpa.RENAMED_FROM)
                .flatMap(renamed -> renamed.constant("strategy"))
                .map(RenameStrategy::valueOf)
                .orElse(RenameStrategy.DUAL_WRITE);
    }

    /** On an embedded attribute, a value needs one column that it is for, and a former name the attribute inside. */
    private void checkHolder(Attribute holder, List<MappedColumn> inside) {
        Element element = holder.element();
        int depth = holder.place().holders().size();
        for (String value : values(element, Jpa.RENAMED_FROM)) {
            String path = value.substring(0, Math.max(0, value.indexOf('=')));
            if (inside.stream().noneMatch(c -> below(c, depth).equals(path))) {
                String fact = "@RenamedFrom(\"" + value + "\") on an embedded attribute names none of its attributes";
                bad(element, fact, "Write @RenamedFrom(\"" + below(inside.get(0), depth) + "=…\")");
            }
        }
        boolean valued = context.annotations().of(element).has(Jpa.BACKFILL)
                || context.annotations().of(element).has(Jpa.CONVERT_USING);
        if (valued && inside.size() > 1) {
            String fact = "@Backfill or @ConvertUsing is on an embedded attribute of " + inside.size() + " columns";
            bad(element, fact, "Put it on the attribute of the embeddable");
        }
    }

    private void checkHolders(List<MappedColumn> columns) {
        Map<Element, Attribute> holders = new LinkedHashMap<>();
        Map<Element, List<MappedColumn>> inside = new LinkedHashMap<>();
        for (MappedColumn column : columns) {
            for (Attribute holder : column.attribute().place().holders()) {
                holders.putIfAbsent(holder.element(), holder);
                inside.computeIfAbsent(holder.element(), h -> new ArrayList<>()).add(column);
            }
        }
        inside.forEach((element, all) -> checkHolder(Objects.requireNonNull(holders.get(element)), all));
    }

    /** A former name of an association may be the attribute's, whose column had the referenced column in its name. */
    private String formerColumn(MappedColumn column, String former) {
        String attribute = column.attribute().name();
        boolean implicit = AssociationReader.isAssociation(column.attribute())
                && Naming.unquoted(column.logicalName()).startsWith(attribute + "_");
        if (!implicit || Naming.isQuoted(former)) {
            return context.naming().raw(former);
        }
        String suffix = Naming.unquoted(column.logicalName()).substring(attribute.length());
        return context.naming().raw(former.endsWith(suffix) ? former : former + suffix);
    }

    private void backfill(Element element, MappedColumn column, QualifiedName table) {
        Annotations annotations = context.annotations().of(element);
        Optional<AnnotationValues> backfill = annotations.find(Jpa.BACKFILL);
        Optional<AnnotationValues> conversion = annotations.find(Jpa.CONVERT_USING);
        if (backfill.isEmpty() && conversion.isEmpty()) {
            return;
        }
        ColumnName name = new ColumnName(table, column.name());
        if (backfill.isPresent() && conversion.isPresent()) {
            bad(element, "@Backfill and @ConvertUsing are on one attribute", "Keep one of them");
            return;
        }
        backfill.ifPresent(b -> add(element, name, b, "value", b.texts("reverse")));
        conversion.ifPresent(c ->
                add(element, name, c, "forward", c.text("backward").stream().toList()));
    }

    private void add(Element element, ColumnName name, AnnotationValues annotation, String way, List<String> back) {
        Optional<String> expression = annotation.text(way);
        if (expression.isEmpty()) {
            String fact = "@" + annotation.simpleName() + " has an empty expression";
            bad(element, fact, "Write an SQL expression over the row");
            return;
        }
        List<String> reverses = back.stream().filter(r -> !r.isBlank()).toList();
        backfills.add(new Backfill(name, expression.get(), reverses));
    }

    private void risks(Element element, QualifiedName table, Optional<String> column) {
        for (AnnotationValues risk : context.annotations().of(element).repeated(Jpa.ACCEPT_RISK, Jpa.ACCEPT_RISKS)) {
            String rule = risk.text("rule").orElse("").strip();
            Optional<String> reason = risk.text("reason");
            if (!isRule(rule) || reason.isEmpty()) {
                String fact = reason.isEmpty() ? "@AcceptRisk has no reason" : "'" + rule + "' is no rule's id";
                bad(element, fact, "Write @AcceptRisk(rule = \"MIG204\", reason = \"…\")");
                continue;
            }
            acceptedRisks.add(new AcceptedRisk(table, column, rule, reason.get()));
        }
    }

    private static boolean isRule(String text) {
        try {
            return new RuleId(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Reads {@code table} or {@code schema.table}. */
    private QualifiedName tableName(String text, String defaultSchema) {
        int dot = Naming.isQuoted(text) ? -1 : text.indexOf('.');
        return dot <= 0 || dot == text.length() - 1
                ? new QualifiedName(defaultSchema, context.naming().raw(text))
                : new QualifiedName(
                        context.naming().raw(text.substring(0, dot)),
                        context.naming().raw(text.substring(dot + 1)));
    }

    private List<String> values(Element element, String annotation) {
        Optional<AnnotationValues> written = context.annotations().of(element).find(annotation);
        if (written.isEmpty()) {
            return List.of();
        }
        List<String> values = written.get().texts("value");
        values.stream()
                .filter(String::isBlank)
                .forEach(blank -> bad(
                        element, "a name in @" + annotation.substring(Jpa.OWN.length()) + " is empty", "Remove it"));
        return values.stream().filter(value -> !value.isBlank()).toList();
    }

    private void bad(Element element, String fact, String fix) {
        context.error(element, Problem.DECLARATION, fact, fix);
    }
}
