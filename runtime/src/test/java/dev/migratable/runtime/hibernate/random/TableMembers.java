package dev.migratable.runtime.hibernate.random;

import java.util.List;

/** Indexes, unique constraints and a comment on tables, over columns that have their attributes' names. */
final class TableMembers implements Feature {

    private static final List<String> COMPARABLE =
            List.of("String", "int", "Integer", "long", "Long", "UUID", "LocalDate");

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        for (ClassDraft entity : model.of(Kind.ENTITY)) {
            if (!entity.hasTable()) {
                continue;
            }
            List<String> columns = entity.members().stream()
                    .filter(m ->
                            COMPARABLE.contains(m.type()) && m.annotations().isEmpty())
                    .map(MemberSource::name)
                    .toList();
            if (!columns.isEmpty() && draw.chance(40)) {
                String list = String.join(", ", columns);
                entity.tableMembers()
                        .add("indexes = @Index(columnList = \"" + list
                                + draw.oneOf("\"", " desc\"", "\", unique = true") + ")");
            }
            if (columns.size() > 1 && draw.chance(40)) {
                entity.tableMembers()
                        .add("uniqueConstraints = @UniqueConstraint(columnNames = {\"" + String.join("\", \"", columns)
                                + "\"})");
            }
            if (draw.chance(10)) {
                entity.tableMembers().add("comment = \"drawn\"");
            }
            if (draw.chance(10)) {
                entity.tableMembers().add("schema = \"other\"");
            }
        }
    }
}
