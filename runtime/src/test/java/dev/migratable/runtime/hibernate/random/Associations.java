package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Associations to one, with and without join columns, and their inverse sides. */
final class Associations implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        List<ClassDraft> entities = model.of(Kind.ENTITY);
        for (ClassDraft owner : model.of(Kind.ENTITY, Kind.SUPERCLASS)) {
            for (int i = draw.between(0, owner.kind() == Kind.ENTITY ? 2 : 1); i > 0; i--) {
                add(model, owner, draw.oneOf(entities));
            }
        }
    }

    private static void add(ModelDraft model, ClassDraft owner, ClassDraft target) {
        Draw draw = model.draw();
        boolean one = draw.chance(30);
        String name = model.attributeName();
        List<String> annotations = new ArrayList<>();
        annotations.add((one ? "@OneToOne" : "@ManyToOne")
                + draw.oneOf("", "", "(optional = false)", "(fetch = FetchType.LAZY)"));
        joinColumns(model, name, target, annotations);
        if (draw.chance(15)) {
            annotations.add("@org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction."
                    + draw.oneOf("CASCADE", "SET_NULL", "NO_ACTION", "RESTRICT") + ")");
        }
        owner.member(target.name(), name, annotations);
        if (owner.kind() == Kind.ENTITY && draw.chance(30)) {
            String mapped = "(mappedBy = \"" + name + "\")";
            if (one) {
                target.member(owner.name(), model.attributeName(), List.of("@OneToOne" + mapped));
            } else {
                target.member(
                        draw.oneOf("List", "Set") + "<" + owner.name() + ">",
                        model.attributeName(),
                        List.of("@OneToMany" + mapped));
            }
        }
    }

    /** Writes join columns for some; for a composite key, one for each of its columns. */
    static void joinColumns(ModelDraft model, String name, ClassDraft target, List<String> annotations) {
        Draw draw = model.draw();
        if (!draw.chance(40)) {
            return;
        }
        if (target.keyColumns().size() == 1) {
            String facet = draw.oneOf(
                    "",
                    "",
                    ", nullable = false",
                    ", unique = true",
                    ", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)",
                    ", foreignKey = @ForeignKey(name = \"" + model.fresh("fk_" + name) + "\")",
                    ", comment = \"who\"");
            annotations.add("@JoinColumn(name = \"" + Columns.name(model, name) + "\"" + facet + ")");
        } else {
            annotations.add(target.keyColumns().stream()
                    .map(key -> "@JoinColumn(name = \"" + Columns.name(model, name) + "\", referencedColumnName = \""
                            + key + "\")")
                    .collect(Collectors.joining("\n    ")));
        }
    }
}
