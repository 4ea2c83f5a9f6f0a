package dev.migratable.processor.read;

import dev.migratable.normalize.ForeignKeyOptionReader;
import dev.migratable.normalize.UniqueOptionReader;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.Suggestion;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/** Puts columns together to a table, with the constraints and indexes that the columns and the table's annotation name. */
final class TableReader {

    private final ReadContext context;
    private final Element place;
    private final MappedParts parts;
    private final List<MappedColumn> columns;
    private final ColumnNames columnNames;
    private final ConstraintNames names;
    private final IndexReader indexReader;
    private final Optional<AnnotationValues> annotation;
    private final DefinitionOptions options;

    /**
     * Creates a reader for one table.
     *
     * @param context what every reader needs
     * @param place the entity, or the attribute that has a table of its own
     * @param annotation {@code @Table}, {@code @CollectionTable} or {@code @JoinTable}
     * @param table the table's name
     * @param parts its columns and foreign keys
     */
    TableReader(
            ReadContext context,
            Element place,
            Optional<AnnotationValues> annotation,
            QualifiedName table,
            MappedParts parts) {
        this.context = context;
        this.place = place;
        this.parts = parts;
        this.columns = List.copyOf(parts.columns());
        this.columnNames = new ColumnNames(columns, context.naming());
        this.names = new ConstraintNames(table.name());
        this.indexReader = new IndexReader(context, place, columnNames, names);
        this.annotation = annotation;
        this.options = new DefinitionOptions(context);
    }

    /** A unique constraint with the annotation that says it; one that a column says has none. */
    private record MappedUnique(Optional<String> name, List<String> columns, Optional<AnnotationValues> annotation) {

        MappedUnique(List<String> columns) {
            this(Optional.empty(), columns, Optional.empty());
        }

        boolean hasOptions() {
            return DefinitionOptions.text(annotation).isPresent();
        }
    }

    /** Returns the table with a key of some columns, none where they are empty; what cannot be read is reported. */
    Table read(QualifiedName name, List<String> keyColumns) {
        // 'catalog' has no effect: a connection is to one, and Hibernate leaves it out of PostgreSQL's names
        List<IndexReader.MappedIndex> indexes = indexes();
        List<MappedUnique> uniques = uniques(indexes, keyColumns);
        List<MappedColumn.Check> tableChecks = new ArrayList<>(
                isSecondary()
                        ? new ColumnParts(context).checksOf(place, annotation)
                        : new ColumnParts(context).checks(place, annotation));
        tableChecks.addAll(parts.checks());
        declareNames(indexes, uniques, tableChecks);
        Optional<PrimaryKey> key =
                keyColumns.isEmpty() ? Optional.empty() : Optional.of(PrimaryKey.of(names.primaryKey(), keyColumns));
        return new Table(
                name,
                columns.stream().map(MappedColumn::column).toList(),
                key,
                constraints(uniques),
                foreignKeys(),
                checks(tableChecks),
                List.of(),
                named(indexes),
                comment(name),
                options(keyColumns, uniques));
    }

    private TableOptions options(List<String> keyColumns, List<MappedUnique> uniques) {
        List<List<String>> keys = new ArrayList<>();
        if (!keyColumns.isEmpty()) {
            keys.add(keyColumns);
        }
        uniques.forEach(u -> keys.add(u.columns()));
        return new PartitionReader(context, place, columnNames.all()).read(annotation, keys);
    }

    private List<UniqueConstraint> constraints(List<MappedUnique> uniques) {
        List<UniqueConstraint> result = new ArrayList<>();
        for (MappedUnique unique : uniques) {
            String name = unique.name().orElseGet(() -> names.unique(unique.columns()));
            UniqueConstraint plain = UniqueConstraint.of(name, unique.columns());
            options.apply(place, unique.annotation(), plain, UniqueOptionReader::read)
                    .filter(u -> indexReader.areColumns("@UniqueConstraint", u.include()))
                    .ifPresent(result::add);
        }
        return result;
    }

    private List<Index> named(List<IndexReader.MappedIndex> indexes) {
        List<Index> result = new ArrayList<>();
        for (IndexReader.MappedIndex index : indexes) {
            if (!index.constraint()) {
                result.add(indexReader.named(index));
            }
        }
        return result;
    }

    /** What is on the entity is for its own table. */
    private boolean isSecondary() {
        return annotation.filter(a -> a.typeName().equals(Jpa.SECONDARY_TABLE)).isPresent();
    }

    private Optional<String> comment(QualifiedName name) {
        return AnnotationValues.repeated(place, Jpa.COMMENT, Jpa.COMMENTS).stream()
                .filter(c -> c.text("on").map(name.name()::equalsIgnoreCase).orElse(!isSecondary()))
                .reduce((earlier, later) -> later)
                .flatMap(AttributeComments::text)
                .or(() -> annotation.flatMap(t -> t.text("comment")).map(text -> text.replace("''", "'")));
    }

    /** Names that are given are taken first, so that none that is made collides with them. */
    private void declareNames(
            List<IndexReader.MappedIndex> indexes, List<MappedUnique> uniques, List<MappedColumn.Check> tableChecks) {
        for (IndexReader.MappedIndex index : indexes) {
            if (!index.constraint()) {
                declareRelation(index.name());
            }
        }
        for (MappedUnique unique : uniques) {
            declareRelation(unique.name());
        }
        for (MappedColumn column : columns) {
            declareChecks(column.checks());
        }
        for (MappedReference reference : parts.references()) {
            if (reference.made() && reference.name().isPresent()) {
                names.declare(reference.name().get());
            }
        }
        declareChecks(tableChecks);
    }

    private void declareRelation(Optional<String> name) {
        if (name.isPresent() && !names.declare(name.get())) {
            context.error(place, Problem.NAME_TWICE, "two constraints or indexes are named '" + name.get() + "'");
        }
    }

    private void declareChecks(List<MappedColumn.Check> checks) {
        for (MappedColumn.Check check : checks) {
            if (check.name().isPresent()) {
                names.declare(check.name().get());
            }
        }
    }

    private List<IndexReader.MappedIndex> indexes() {
        List<IndexReader.MappedIndex> result = new ArrayList<>();
        for (AnnotationValues index :
                annotation.map(t -> t.annotations("indexes")).orElse(List.of())) {
            indexReader.read(index).ifPresent(result::add);
        }
        List<AnnotationValues> ours =
                isSecondary() ? List.of() : AnnotationValues.repeated(place, Jpa.POSTGRES_INDEX, Jpa.POSTGRES_INDEXES);
        for (AnnotationValues index : ours) {
            indexReader.readPostgres(index).ifPresent(result::add);
        }
        return result;
    }

    /**
     * Those of the class come first; one on a column that says the same again adds nothing, and neither does one that says
     * what the primary key says.
     */
    private List<MappedUnique> uniques(List<IndexReader.MappedIndex> indexes, List<String> keyColumns) {
        List<MappedUnique> result = new ArrayList<>();
        for (AnnotationValues unique :
                annotation.map(t -> t.annotations("uniqueConstraints")).orElse(List.of())) {
            unique(unique).ifPresent(result::add);
        }
        for (IndexReader.MappedIndex index : indexes) {
            if (index.constraint()) {
                List<String> keys =
                        index.index().keys().stream().map(IndexKey::text).toList();
                result.add(new MappedUnique(index.name(), keys, index.annotation()));
            }
        }
        for (MappedColumn column : columns) {
            if (column.unique()) {
                addUnnamed(result, List.of(column.name()));
            }
        }
        for (List<String> unique : parts.uniques()) {
            addUnnamed(result, unique);
        }
        rejectRepeated(result, keyColumns);
        result.removeIf(u -> isPrimaryKey(u, keyColumns));
        return result;
    }

    private void addUnnamed(List<MappedUnique> uniques, List<String> unique) {
        for (MappedUnique known : uniques) {
            if (sameColumns(known.columns(), unique)) {
                if (known.hasOptions()) {
                    rejectOptions(unique);
                }
                return;
            }
        }
        uniques.add(new MappedUnique(unique));
    }

    /** Hibernate unites some constraints of the same columns and PostgreSQL others, but not those that differ in options. */
    private void rejectRepeated(List<MappedUnique> uniques, List<String> keyColumns) {
        for (MappedUnique unique : uniques) {
            boolean repeated = sameColumns(unique.columns(), keyColumns)
                    || uniques.stream().anyMatch(u -> !u.equals(unique) && sameColumns(u.columns(), unique.columns()));
            if (unique.hasOptions() && repeated) {
                rejectOptions(unique.columns());
                return;
            }
        }
    }

    private void rejectOptions(List<String> columns) {
        String fact = "a unique constraint with 'options' is on " + String.join(", ", columns)
                + ", which are unique by something else, too";
        context.error(place, Problem.BAD_MEMBER, fact, "Say once that they are unique");
    }

    private boolean isPrimaryKey(MappedUnique unique, List<String> keyColumns) {
        boolean same = sameColumns(unique.columns(), keyColumns);
        if (same && !unique.columns().equals(keyColumns)) {
            // whether Hibernate then orders the key so depends on what other constraints there are
            String fact = "@UniqueConstraint has the columns of the primary key in another order";
            context.error(place, Problem.BAD_MEMBER, fact, "Remove it; a primary key is unique");
        }
        return same;
    }

    private static boolean sameColumns(List<String> one, List<String> other) {
        return one.equals(other) || Set.copyOf(one).equals(Set.copyOf(other));
    }

    private Optional<MappedUnique> unique(AnnotationValues unique) {
        List<String> found = new ArrayList<>();
        for (String name : unique.texts("columnNames")) {
            Optional<MappedColumn> column = columnNames.column(name);
            if (column.isEmpty()) {
                String hint = Suggestion.of(name, columnNames.all());
                context.error(
                        place, Problem.UNKNOWN_NAME, "@UniqueConstraint", name, "column", place.getSimpleName(), hint);
                return Optional.empty();
            }
            found.add(column.get().column().name());
        }
        if (found.isEmpty()) {
            context.error(place, Problem.BAD_MEMBER, "@UniqueConstraint has no columnNames", "Name its columns");
            return Optional.empty();
        }
        Optional<String> name = unique.text("name").map(context.naming()::rawConstraint);
        return Optional.of(new MappedUnique(name, found, Optional.of(unique)));
    }

    /** Which of two foreign keys of the same columns Hibernate makes depends on the order in which it meets them. */
    private void rejectRivals() {
        for (MappedReference one : parts.references()) {
            for (MappedReference other : parts.references()) {
                boolean rivals = (one.made() || other.made())
                        && !other.table().equals(one.table())
                        && other.columns().equals(one.columns());
                if (rivals) {
                    String fact = "two foreign keys have the columns " + String.join(", ", one.columns());
                    String fix = "Write @ForeignKey(ConstraintMode.NO_CONSTRAINT) on one of them";
                    context.error(place, Problem.ASSOCIATION, fact, fix);
                    return;
                }
            }
        }
    }

    private List<ForeignKey> foreignKeys() {
        rejectRivals();
        List<ForeignKey> result = new ArrayList<>();
        for (MappedReference reference : parts.references()) {
            if (reference.made()) {
                ForeignKey plain = new ForeignKey(
                        reference.name().orElseGet(() -> names.foreignKey(reference.columns())),
                        reference.columns(),
                        reference.table(),
                        reference.referenced(),
                        reference.onDelete(),
                        ReferentialAction.NO_ACTION,
                        false,
                        Deferrability.NOT_DEFERRABLE,
                        true);
                result.add(reference
                        .options()
                        .flatMap(text -> options.apply(place, "ForeignKey", text, plain, ForeignKeyOptionReader::read))
                        .orElse(plain));
            }
        }
        return result;
    }

    private List<CheckConstraint> checks(List<MappedColumn.Check> tableChecks) {
        List<CheckConstraint> result = new ArrayList<>();
        for (MappedColumn column : columns) {
            for (MappedColumn.Check check : column.checks()) {
                String name =
                        check.name().orElseGet(() -> names.check(column.column().name()));
                result.add(new CheckConstraint(name, check.expression(), true));
            }
        }
        for (MappedColumn.Check check : tableChecks) {
            result.add(new CheckConstraint(check.name().orElseGet(names::tableCheck), check.expression(), true));
        }
        return result;
    }
}
