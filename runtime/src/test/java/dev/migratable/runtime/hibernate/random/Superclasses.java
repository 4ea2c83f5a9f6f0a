package dev.migratable.runtime.hibernate.random;

import java.util.List;

/** Mapped superclasses, on one or two levels, with and without type parameters; some have the identifier. */
final class Superclasses implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        if (!draw.chance(45)) {
            return;
        }
        ClassDraft base = model.add(Kind.SUPERCLASS, model.className("Base"));
        base.annotate("@MappedSuperclass");
        boolean generic = draw.chance(50);
        if (draw.chance(60)) {
            base.addKeyColumn("id");
            base.member(generic ? "T" : "Long", "id", Identifiers.generated(draw, generic ? "" : "Long"));
        } else if (generic) {
            base.member("T", model.attributeName(), List.of("@Basic"));
        }
        base.typeParameters(generic ? "<T>" : "");
        if (draw.chance(35)) {
            ClassDraft middle = model.add(Kind.SUPERCLASS, model.className("Middle"));
            middle.annotate("@MappedSuperclass");
            boolean handsOn = generic && draw.chance(50);
            middle.typeParameters(handsOn ? "<X extends Comparable<X>>" : "");
            middle.extend(base, generic ? (handsOn ? "<X>" : "<Integer>") : "");
        }
    }
}
