package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * What a composite type is made of.
 *
 * @param columns what would be columns if it were embedded, in the order of the type's attributes
 * @param condition what Hibernate checks of the attributes of one value that is not null
 */
record StructParts(List<MappedColumn> columns, Optional<String> condition) {

    /** Copies the columns. */
    StructParts {
        columns = List.copyOf(columns);
    }

    /** Reads them. */
    static final class Reader {

        private static final Pattern TEXT = Pattern.compile("'[^']*'");

        private static final String FLAT = "Use @JdbcTypeCode(SqlTypes.JSON), or columns of the table itself";

        private final ReadContext context;
        private final Attribute attribute;
        private final AnnotationValues struct;

        Reader(ReadContext context, Attribute attribute, AnnotationValues struct) {
            this.context = context;
            this.attribute = attribute;
            this.struct = struct;
        }

        /**
         * Reads the parts of one value.
         *
         * @param value the attribute, as if it had no more than one value
         * @param plural whether it has several, of which Hibernate checks nothing
         */
        Optional<StructParts> read(Attribute value, boolean plural) {
            TypeElement type = (TypeElement) ((DeclaredType) value.type()).asElement();
            MappedParts parts = EntityColumns.inKeyOrder(context).embedded(value, DerivedIdentifier.NONE);
            if (!parts.isComplete() || !isFlat(type, parts)) {
                return Optional.empty();
            }
            for (MappedColumn column : parts.columns()) {
                if (!isAttribute(column)) {
                    return Optional.empty();
                }
            }
            Optional<List<MappedColumn>> ordered = ordered(parts.columns());
            Conditions conditions = new Conditions(plural ? List.of() : parts.columns());
            return ordered.isEmpty() || !conditions.areRead()
                    ? Optional.empty()
                    : ordered.map(columns -> new StructParts(columns, conditions.all()));
        }

        private boolean isFlat(TypeElement type, MappedParts parts) {
            boolean isExtended = PersistenceUnit.embeddableAbove(type).isPresent()
                    || !context.unit()
                            .embeddablesBelow(type, context.elements())
                            .isEmpty();
            if (isExtended) {
                return bad("an @Embeddable with @Struct extends another one, or is extended by one");
            }
            if (!parts.references().isEmpty() || !parts.collections().isEmpty()) {
                return bad("an association or a collection is within a @Struct");
            }
            if (!parts.uniques().isEmpty() || parts.columns().stream().anyMatch(MappedColumn::unique)) {
                return bad("an attribute within a @Struct is unique, which PostgreSQL cannot say of a type");
            }
            return parts.checks().isEmpty() || bad("a check is on the class of a @Struct");
        }

        /** A type says of an attribute what it is called and what type it has, and nothing else. */
        private boolean isAttribute(MappedColumn mapped) {
            Column column = mapped.column();
            new DeclarationReader(context).rejectOn(mapped.attribute());
            boolean isMore = column.defaultValue().isPresent()
                    || column.generated().isPresent()
                    || column.identity().isPresent()
                    || column.collation().isPresent();
            if (isMore) {
                return bad("'" + column.name() + "' within a @Struct has a default, a generation or a collation, which"
                        + " Hibernate gives no attribute of a type");
            }
            return !TimeZoneColumnReader.hasColumn(mapped.attribute())
                    || bad("'" + column.name() + "' within a @Struct has a column for its time zone");
        }

        private Optional<List<MappedColumn>> ordered(List<MappedColumn> columns) {
            StructOrder order = new StructOrder(context.naming());
            List<String> names = struct.texts("attributes");
            String all = String.join(", ", columns.stream().map(order::name).toList());
            if (names.isEmpty()) {
                boolean isKnown = order.isKnown(columns)
                        || fail(
                                "the order that Hibernate gives the columns " + all + " in a @Struct is not known",
                                "Say it with attributes");
                return isKnown ? Optional.of(order.sorted(columns)) : Optional.empty();
            }
            List<MappedColumn> ordered = new ArrayList<>();
            for (String name : names) {
                columns.stream().filter(c -> order.name(c).equals(name)).forEach(ordered::add);
            }
            boolean isComplete = ordered.size() == columns.size()
                    && ordered.stream().distinct().count() == columns.size();
            if (!isComplete) {
                fail("'attributes' of @Struct are not the columns " + all + ", each once", "Name all of them");
                return Optional.empty();
            }
            return Optional.of(ordered);
        }

        private boolean bad(String fact) {
            return fail(fact, FLAT);
        }

        private boolean fail(String fact, String fix) {
            Element place = attribute.element();
            context.error(place, Problem.BAD_MEMBER, fact, fix);
            return false;
        }

        /** What Hibernate checks of the attributes that stand in the class itself, in the order of their properties. */
        private final class Conditions {

            private final String name = ColumnNames.sql(context.naming().raw(BasicColumnReader.logicalName(attribute)));
            private final int depth = attribute.place().holders().size() + 1;
            private final List<String> conditions = new ArrayList<>();
            private boolean isInterrupted;
            private boolean read = true;

            Conditions(List<MappedColumn> columns) {
                for (MappedColumn column : columns) {
                    // of what is embedded within it, Hibernate checks nothing
                    if (column.attribute().place().holders().size() == depth) {
                        read &= add(column);
                    }
                }
            }

            boolean areRead() {
                return read;
            }

            Optional<String> all() {
                return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", conditions));
            }

            private boolean add(MappedColumn column) {
                boolean isNested = StructReader.isStruct(column.attribute())
                        && !column.column().type().isArray();
                if (isNested) {
                    isInterrupted |= !conditions.isEmpty();
                    return column.checks().isEmpty()
                            || bad("the @Struct within a @Struct has attributes that are required or checked, of which"
                                    + " Hibernate writes a check that PostgreSQL refuses");
                }
                Optional<String> condition = condition(column);
                if (condition.isEmpty()) {
                    return column.checks().isEmpty()
                            || bad("'" + column.name()
                                    + "' within a @Struct has several checks, or one that has its name in"
                                    + " other words, too, where Hibernate puts the path to it");
                }
                conditions.add(condition.get());
                return !isInterrupted
                        || bad(
                                "attributes before and behind a @Struct within a @Struct are required or checked, of which"
                                        + " Hibernate writes a check that PostgreSQL refuses");
            }

            private Optional<String> condition(MappedColumn column) {
                String path = "(" + name + ")." + ColumnNames.sql(column.name());
                boolean nullable = column.column().nullable();
                String required = nullable ? path + " is null" : path + " is not null";
                if (column.checks().isEmpty()) {
                    return nullable ? Optional.empty() : Optional.of(required);
                }
                Optional<String> check = checked(column, path);
                return check.map(c -> nullable ? "(" + required + " or " + c + ")" : required + " and " + c);
            }

            /** Hibernate puts the path in the place of the name wherever that stands, and takes no more than one check. */
            private static Optional<String> checked(MappedColumn column, String path) {
                String check = column.checks().get(0).expression();
                boolean isOne = column.checks().size() == 1 && !check.contains(") and (");
                String name = column.name().toLowerCase(Locale.ROOT);
                String written = Pattern.quote(ColumnNames.sql(column.name()));
                Pattern words = Pattern.compile("(?<![\\w$.\"])" + written + "(?![\\w$\"])", Pattern.CASE_INSENSITIVE);
                boolean isInText = TEXT.matcher(check.toLowerCase(Locale.ROOT))
                        .results()
                        .anyMatch(text -> text.group().contains(name));
                Matcher matcher = words.matcher(check);
                boolean isElsewhere =
                        matcher.replaceAll("").toLowerCase(Locale.ROOT).contains(name);
                return isOne && !isInText && !isElsewhere
                        ? Optional.of(matcher.replaceAll(Matcher.quoteReplacement(path)))
                        : Optional.empty();
            }
        }
    }
}
