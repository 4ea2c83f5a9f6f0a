package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Embedded attributes of another declared type than their embeddable, or in a second table; after all that is embedded. */
final class EmbeddedPlaces implements Feature {

    private static final String HIBERNATE = "@org.hibernate.annotations.";

    @Override
    public void addTo(ModelDraft model) {
        Set<String> embeddables = model.of(Kind.EMBEDDABLE, Kind.RECORD).stream()
                .map(ClassDraft::name)
                .collect(Collectors.toSet());
        for (ClassDraft owner : model.of(Kind.SUPERCLASS, Kind.ENTITY)) {
            owner.members()
                    .replaceAll(member ->
                            embeddables.contains(member.type()) ? placed(model.draw(), owner, member) : member);
        }
    }

    private static MemberSource placed(Draw draw, ClassDraft owner, MemberSource member) {
        String type = member.type();
        List<String> annotations = new ArrayList<>(member.annotations());
        if (annotations.contains("@EmbeddedId")) {
            return member;
        }
        if (draw.chance(20)) {
            type = "Object";
            annotations.add(HIBERNATE + "TargetEmbeddable(" + member.type() + ".class)");
            if (!annotations.contains("@Embedded")) {
                annotations.add("@Embedded");
            }
        }
        owner.furtherTable()
                .filter(table -> draw.chance(50))
                .ifPresent(table -> annotations.add(HIBERNATE + "EmbeddedTable(\"" + table + "\")"));
        return new MemberSource(type, member.name(), annotations);
    }
}
