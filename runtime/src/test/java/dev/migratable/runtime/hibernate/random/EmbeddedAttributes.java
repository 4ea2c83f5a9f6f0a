package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** Attributes whose type is an embeddable; where an entity has its columns already, all are overridden. */
final class EmbeddedAttributes implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        List<ClassDraft> embeddables = model.of(Kind.EMBEDDABLE, Kind.RECORD);
        for (ClassDraft owner : model.of(Kind.SUPERCLASS, Kind.ENTITY)) {
            owner.parent().ifPresent(p -> owner.embedded().addAll(p.embedded()));
            for (ClassDraft embeddable : embeddables) {
                for (int i = draw.chance(40) ? draw.between(1, 2) : 0; i > 0; i--) {
                    embed(model, owner, embeddable);
                }
            }
        }
    }

    private static void embed(ModelDraft model, ClassDraft owner, ClassDraft embeddable) {
        Draw draw = model.draw();
        boolean taken = owner.embedded().contains(embeddable)
                || embeddable.embedded().stream().anyMatch(owner.embedded()::contains);
        List<String> annotations = new ArrayList<>(draw.chance(50) ? List.of("@Embedded") : List.of());
        for (String path : paths(model, embeddable, "")) {
            if (taken || draw.chance(15)) {
                String wish = path.substring(path.lastIndexOf('.') + 1);
                String facet = draw.oneOf("", "", ", nullable = false", ", unique = true", ", length = 17");
                annotations.add("@AttributeOverride(name = \"" + path + "\", column = @Column(name = \""
                        + Columns.name(model, wish) + "\"" + facet + "))");
            }
        }
        owner.member(embeddable.name(), model.attributeName(), annotations);
        owner.embedded().add(embeddable);
        owner.embedded().addAll(embeddable.embedded());
    }

    private static List<String> paths(ModelDraft model, ClassDraft embeddable, String prefix) {
        List<String> paths = new ArrayList<>();
        for (MemberSource member : embeddable.members()) {
            model.of(Kind.EMBEDDABLE, Kind.RECORD).stream()
                    .filter(e -> e.name().equals(member.type()))
                    .findFirst()
                    .ifPresentOrElse(
                            inner -> paths.addAll(paths(model, inner, prefix + member.name() + ".")),
                            () -> paths.add(prefix + member.name()));
        }
        return paths;
    }
}
