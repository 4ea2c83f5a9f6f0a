package dev.migratable.runtime.hibernate.random;

import java.util.List;

/** Enums for attributes to have as their type. */
final class Enums implements Feature {

    private static final List<String> CONSTANTS =
            List.of("OPEN", "CLOSED", "NEW", "lowerCase", "A", "Z", "B", "WAITING_FOR");

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        for (int i = draw.between(1, 2); i > 0; i--) {
            ClassDraft type = model.add(Kind.ENUM, model.className("Kind"));
            int first = draw.below(4);
            for (String constant : CONSTANTS.subList(first, first + draw.between(1, 4))) {
                type.member("", constant, List.of());
            }
        }
    }
}
