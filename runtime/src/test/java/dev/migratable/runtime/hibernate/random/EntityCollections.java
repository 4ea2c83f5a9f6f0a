package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** Associations to many, by a join table. */
final class EntityCollections implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        List<ClassDraft> entities = model.of(Kind.ENTITY);
        for (ClassDraft owner : entities) {
            if (draw.chance(40)) {
                add(model, owner, draw.oneOf(entities));
            }
        }
    }

    private static void add(ModelDraft model, ClassDraft owner, ClassDraft target) {
        Draw draw = model.draw();
        boolean many = draw.chance(60);
        String name = model.attributeName();
        List<String> annotations = new ArrayList<>(List.of(many ? "@ManyToMany" : "@OneToMany"));
        String type = switch (draw.below(4)) {
            case 0 -> "List<" + target.name() + ">";
            case 1 -> "Map<" + ElementCollections.key(model, annotations) + ", " + target.name() + ">";
            default -> "Set<" + target.name() + ">";
        };
        if (type.startsWith("List") && draw.chance(50)) {
            annotations.add("@OrderColumn");
        }
        if (!many && owner.keyColumns().size() == 1 && target.hasTable() && draw.chance(40)) {
            annotations.add("@JoinColumn(name = \"" + Columns.name(model, name) + "\""
                    + draw.oneOf("", "", ", nullable = false") + ")");
            owner.member(type, name, annotations);
            return;
        }
        // by itself, two of them to one entity would share a table
        List<String> table = new ArrayList<>(List.of("name = \"" + Columns.name(model, name + "Join") + "\""));
        if (owner.keyColumns().size() == 1 && draw.chance(30)) {
            table.add("joinColumns = @JoinColumn(name = \"" + Columns.name(model, "owner") + "\")");
        }
        if (target.keyColumns().size() == 1 && draw.chance(30)) {
            table.add("inverseJoinColumns = @JoinColumn(name = \"" + Columns.name(model, "target") + "\")");
        }
        annotations.add("@JoinTable(" + String.join(", ", table) + ")");
        owner.member(type, name, annotations);
        if (many && draw.chance(30)) {
            target.member(
                    "Set<" + owner.name() + ">",
                    model.attributeName(),
                    List.of("@ManyToMany(mappedBy = \"" + name + "\")"));
        }
    }
}
