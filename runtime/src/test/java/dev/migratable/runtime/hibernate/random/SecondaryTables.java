package dev.migratable.runtime.hibernate.random;

import java.util.List;

/** Attributes in a second table, of entities that are alone. */
final class SecondaryTables implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        for (ClassDraft entity : model.of(Kind.ENTITY)) {
            boolean alone = entity.parent().filter(p -> p.kind() == Kind.ENTITY).isEmpty()
                    && model.of(Kind.ENTITY).stream()
                            .noneMatch(e -> e.parent().filter(entity::equals).isPresent());
            if (!alone || !draw.chance(15)) {
                continue;
            }
            String table = Columns.name(model, entity.name() + "Further");
            String joined = entity.keyColumns().size() == 1 && draw.chance(40)
                    ? ", pkJoinColumns = @PrimaryKeyJoinColumn(name = \"" + Columns.name(model, "owner") + "\")"
                    : "";
            entity.furtherTable(table);
            entity.annotate("@SecondaryTable(name = \"" + table + "\"" + joined + ")");
            for (int i = draw.between(1, 2); i > 0; i--) {
                entity.member(
                        draw.oneOf("String", "Integer", "LocalDate", "boolean"),
                        model.attributeName(),
                        List.of("@Column(table = \"" + table + "\"" + draw.oneOf("", ", nullable = false") + ")"));
            }
        }
    }
}
