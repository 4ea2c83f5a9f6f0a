package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Adds the discriminator of a hierarchy to its root's table, and the checks that go with it. */
final class DiscriminatorReader {

    private static final String DEFAULT_NAME = "DTYPE";
    private static final int DEFAULT_LENGTH = 31;

    private final ReadContext context;
    private final TypeElement root;
    private final List<EntityParts.Member> members;

    /**
     * Creates a reader.
     *
     * @param context what every reader needs
     * @param root the root of the hierarchy
     * @param members the entities in the root's table
     */
    DiscriminatorReader(ReadContext context, TypeElement root, List<EntityParts.Member> members) {
        this.context = context;
        this.root = root;
        this.members = List.copyOf(members);
    }

    /** Adds column and checks; what cannot be read is reported. */
    void read(MappedParts parts) {
        List<TypeElement> entities = new ArrayList<>(List.of(root));
        entities.addAll(context.subclasses().below(root));
        Optional<Discriminator> found = Discriminator.of(root, entities.size() > 1);
        if (found.isEmpty()) {
            return;
        }
        Discriminator discriminator = found.get();
        if (!isRead(discriminator, entities)) {
            parts.fail();
            return;
        }
        String name = discriminator.formula().orElseGet(() -> ColumnNames.sql(name(discriminator)));
        for (int i = 1; i < members.size(); i++) {
            subclassCheck(discriminator, name, members.get(i)).ifPresent(parts.checks()::add);
        }
        if (discriminator.formula().isEmpty()) {
            column(discriminator, entities, name).ifPresentOrElse(parts.columns()::add, parts::fail);
        }
    }

    private static String logicalName(Discriminator discriminator) {
        return discriminator.column().flatMap(c -> c.text("name")).orElse(DEFAULT_NAME);
    }

    private String name(Discriminator discriminator) {
        return context.naming().raw(logicalName(discriminator));
    }

    private boolean isRead(Discriminator discriminator, List<TypeElement> entities) {
        boolean read = true;
        for (TypeElement entity : entities) {
            boolean special = discriminator.isNull(entity) || discriminator.isCatchAll(entity);
            boolean valued = special || discriminator.literal(entity).isPresent();
            if (!valued && !Discriminator.isAbstract(entity)) {
                String fact = "the discriminator of " + entity.getSimpleName() + " is no value of the type "
                        + discriminator.kind();
                context.error(entity, Problem.INHERITANCE, fact, "Say it with @DiscriminatorValue");
                read = false;
            }
        }
        return read;
    }

    private Optional<MappedColumn> column(Discriminator discriminator, List<TypeElement> entities, String sql) {
        Attribute attribute = Attribute.ofClass(context, logicalName(discriminator), root);
        Optional<String> text = discriminator.column().flatMap(c -> c.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> new ColumnParts(context).definition(attribute, t));
        if (text.isPresent() && definition.isEmpty()) {
            return Optional.empty();
        }
        SqlType type = definition.map(ColumnDefinition::type).orElseGet(() -> type(discriminator));
        boolean nullable = entities.stream().anyMatch(discriminator::isNull)
                && !definition.map(ColumnDefinition::notNull).orElse(false);
        Column column = Column.of(name(discriminator), type, nullable)
                .withDefault(definition.flatMap(ColumnDefinition::defaultValue));
        List<MappedColumn.Check> checks = new ArrayList<>();
        if (entities.stream().noneMatch(discriminator::isCatchAll) && !discriminator.isForced()) {
            String values = String.join(", ", discriminator.literals(entities));
            checks.add(new MappedColumn.Check(Optional.empty(), sql + " in (" + values + ")"));
        }
        return new ColumnParts(context)
                .withOptions(attribute, discriminator.column(), column)
                .map(c -> new MappedColumn(attribute, logicalName(discriminator), c, false, checks));
    }

    private static SqlType type(Discriminator discriminator) {
        int length = discriminator
                .column()
                .map(c -> c.integer("length", DEFAULT_LENGTH))
                .orElse(DEFAULT_LENGTH);
        return SqlType.parse(
                switch (discriminator.kind()) {
                    case STRING -> "character varying(" + length + ")";
                    case CHAR -> "character(1)";
                    case INTEGER -> "integer";
                });
    }

    /** What the rows of a subclass need and others do not have: {@code dtype <> 'Dog' or race is not null}. */
    private Optional<MappedColumn.Check> subclassCheck(
            Discriminator discriminator, String name, EntityParts.Member member) {
        TypeElement entity = member.entity();
        if (Discriminator.isAbstract(entity) || discriminator.isCatchAll(entity)) {
            return Optional.empty();
        }
        Stream<MappedColumn> above = members.stream()
                .filter(m -> Inheritance.superEntity(entity)
                        .filter(m.entity()::equals)
                        .isPresent())
                .flatMap(this::required);
        String required = Stream.concat(above, required(member))
                .map(c -> ColumnNames.sql(c.name()) + " is not null")
                .collect(Collectors.joining(" and "));
        if (required.isEmpty()) {
            return Optional.empty();
        }
        String other = discriminator.isNull(entity)
                ? " is null"
                : " <> " + discriminator.literal(entity).orElseThrow();
        return Optional.of(new MappedColumn.Check(Optional.empty(), name + other + " or (" + required + ")"));
    }

    private Stream<MappedColumn> required(EntityParts.Member member) {
        List<String> classes = AttributeReader.classes(member.entity()).stream()
                .map(TypeElement::toString)
                .toList();
        return new SubclassColumns(context).requiredByCheck(member.parts(), classes);
    }
}
