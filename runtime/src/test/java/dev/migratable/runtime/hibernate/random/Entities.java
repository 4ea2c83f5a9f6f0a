package dev.migratable.runtime.hibernate.random;

import java.util.List;

/** The entities, some below a mapped superclass. */
final class Entities implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        List<ClassDraft> superclasses = model.of(Kind.SUPERCLASS);
        for (int i = draw.between(2, 4); i > 0; i--) {
            ClassDraft entity = model.add(Kind.ENTITY, model.className(""));
            entity.annotate("@Entity" + (draw.chance(10) ? "(name = \"" + model.className("Named") + "\")" : ""));
            entity.annotate("@Migratable");
            if (draw.chance(40)) {
                entity.tableMembers().add("name = \"" + Columns.name(model, entity.name()) + "\"");
            }
            if (!superclasses.isEmpty() && draw.chance(60)) {
                ClassDraft parent = draw.oneOf(superclasses);
                boolean generic = !parent.typeParameters().isEmpty();
                entity.extend(parent, generic ? draw.oneOf("<Long>", "<Integer>", "<Short>", "<Long>") : "");
            }
        }
    }
}
