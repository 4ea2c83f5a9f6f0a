package dev.migratable.runtime.hibernate.random;

import java.util.List;

/** Embeddable classes and records with basic attributes, some of which have another embeddable inside. */
final class Embeddables implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        for (int i = draw.between(0, 2); i > 0; i--) {
            List<ClassDraft> others = model.of(Kind.EMBEDDABLE, Kind.RECORD);
            Kind kind = draw.chance(35) ? Kind.RECORD : Kind.EMBEDDABLE;
            ClassDraft embeddable = model.add(kind, model.className("Part"));
            embeddable.annotate("@Embeddable");
            embeddable.annotate("@Access(AccessType."
                    + (model.byProperty() && kind == Kind.EMBEDDABLE ? "PROPERTY" : "FIELD") + ")");
            for (int n = draw.between(1, 3); n > 0; n--) {
                BasicAttributes.addBasic(model, embeddable);
            }
            if (!others.isEmpty() && draw.chance(40)) {
                ClassDraft inner = draw.oneOf(others);
                embeddable.member(inner.name(), model.attributeName(), List.of());
                embeddable.embedded().add(inner);
                embeddable.embedded().addAll(inner.embedded());
            }
        }
    }
}
