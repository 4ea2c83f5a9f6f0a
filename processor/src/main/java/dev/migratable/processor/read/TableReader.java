package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.Suggestion;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
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
import java.util.stream.Stream;
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
    }

    private record MappedUnique(Optional<String> name, List<String> columns) {}

    /** Returns the table with a key of some columns, none where they are empty; what cannot be read is reported. */
    Table read(QualifiedName name, List<String> keyColumns) {
        if (annotation.flatMap(t -> t.text("options")).isPresent()
                || annotation.flatMap(t -> t.text("catalog")).isPresent()) {
            context.error(
                    place,
                    Problem.BAD_MEMBER,
                    "'options' and 'catalog' of @" + annotation.orElseThrow().simpleName() + " are not read",
                    "Remove them; a catalog is chosen by the connection");
        }
        List<IndexReader.MappedIndex> indexes = indexes();
        List<MappedUnique> uniques = uniques(indexes, keyColumns);
        List<MappedColumn.Check> tableChecks = new ArrayList<>(
                isSecondary()
                        ? new ColumnParts(context).checks(annotation)
                        : new ColumnParts(context).checks(place, annotation));
        tableChecks.addAll(parts.checks());
        declareNames(indexes, uniques, tableChecks);
        Optional<PrimaryKey> key =
                keyColumns.isEmpty() ? Optional.empty() : Optional.of(PrimaryKey.of(names.primaryKey(), keyColumns));
        return new Table(
                name,
                columns.stream().map(MappedColumn::column).toList(),
                key,
                uniques.stream()
                        .map(u -> UniqueConstraint.of(u.name().orElseGet(() -> names.unique(u.columns())), u.columns()))
                        .toList(),
                foreignKeys(),
                checks(tableChecks),
                List.of(),
                indexes.stream()
                        .filter(i -> !i.constraint())
                        .map(indexReader::named)
                        .toList(),
                comment(name),
                TableOptions.ORDINARY);
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
        Stream<Optional<String>> relations = Stream.concat(
                indexes.stream().filter(i -> !i.constraint()).map(IndexReader.MappedIndex::name),
                uniques.stream().map(MappedUnique::name));
        relations.flatMap(Optional::stream).forEach(name -> {
            if (!names.declare(name)) {
                context.error(place, Problem.NAME_TWICE, "two constraints or indexes are named '" + name + "'");
            }
        });
        columns.stream()
                .flatMap(c -> c.checks().stream().map(MappedColumn.Check::name))
                .flatMap(Optional::stream)
                .forEach(names::declare);
        parts.references().stream()
                .filter(MappedReference::made)
                .map(MappedReference::name)
                .flatMap(Optional::stream)
                .forEach(names::declare);
        tableChecks.stream()
                .map(MappedColumn.Check::name)
                .flatMap(Optional::stream)
                .forEach(names::declare);
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
        indexes.stream()
                .filter(IndexReader.MappedIndex::constraint)
                .map(i -> new MappedUnique(
                        i.name(), i.index().keys().stream().map(IndexKey::text).toList()))
                .forEach(result::add);
        Stream.concat(
                        columns.stream().filter(MappedColumn::unique).map(c -> List.of(c.name())),
                        parts.uniques().stream())
                .map(unique -> new MappedUnique(Optional.empty(), unique))
                .filter(u -> result.stream().noneMatch(r -> sameColumns(r.columns(), u.columns())))
                .forEach(result::add);
        result.removeIf(u -> isPrimaryKey(u, keyColumns));
        return result;
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
        return Set.copyOf(one).equals(Set.copyOf(other));
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
        if (found.isEmpty() || unique.text("options").isPresent()) {
            String fact = "@UniqueConstraint has 'options' or no columnNames, which is not read";
            context.error(place, Problem.BAD_MEMBER, fact, "Name its columns and nothing else");
            return Optional.empty();
        }
        return Optional.of(new MappedUnique(unique.text("name").map(context.naming()::rawConstraint), found));
    }

    /** Which of two foreign keys of the same columns Hibernate makes depends on the order in which it meets them. */
    private void rejectRivals() {
        for (MappedReference one : parts.references()) {
            boolean rivals = parts.references().stream()
                    .anyMatch(other -> (one.made() || other.made())
                            && !other.table().equals(one.table())
                            && other.columns().equals(one.columns()));
            if (rivals) {
                String fact = "two foreign keys have the columns " + String.join(", ", one.columns());
                context.error(
                        place,
                        Problem.ASSOCIATION,
                        fact,
                        "Write @ForeignKey(ConstraintMode.NO_CONSTRAINT) on one of them");
                return;
            }
        }
    }

    private List<ForeignKey> foreignKeys() {
        rejectRivals();
        return parts.references().stream()
                .filter(MappedReference::made)
                .map(r -> new ForeignKey(
                        r.name().orElseGet(() -> names.foreignKey(r.columns())),
                        r.columns(),
                        r.table(),
                        r.referenced(),
                        r.onDelete(),
                        ReferentialAction.NO_ACTION,
                        false,
                        Deferrability.NOT_DEFERRABLE,
                        true))
                .toList();
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
