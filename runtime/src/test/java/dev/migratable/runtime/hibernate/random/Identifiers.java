package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** Identifiers: assigned or generated, single or composite, derived from another entity. */
final class Identifiers implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        List<ClassDraft> before = new ArrayList<>();
        for (ClassDraft entity : model.of(Kind.ENTITY)) {
            if (!entity.hasKey()) {
                addKey(model, entity, before);
            }
            before.add(entity);
        }
    }

    private static void addKey(ModelDraft model, ClassDraft entity, List<ClassDraft> before) {
        Draw draw = model.draw();
        List<ClassDraft> single =
                before.stream().filter(e -> !e.keyType().isEmpty()).toList();
        int drawn = draw.below(10);
        if (drawn == 0 && !single.isEmpty()) {
            derived(model, entity, draw.oneOf(single));
        } else if (drawn == 1) {
            idClass(model, entity);
        } else if (drawn == 2) {
            embedded(model, entity);
        } else {
            simple(model, entity);
        }
    }

    private static void simple(ModelDraft model, ClassDraft entity) {
        Draw draw = model.draw();
        String type = draw.oneOf("Long", "Long", "Long", "long", "Integer", "int", "String", "UUID", "Short");
        String name = model.fresh(draw.oneOf("id", entity.name().toLowerCase(java.util.Locale.ROOT) + "Id", "key"));
        List<String> annotations = new ArrayList<>(generated(draw, type));
        String column = name;
        if (draw.chance(30)) {
            column = Columns.name(model, name);
            annotations.add("@Column(name = \"" + column + "\"" + (type.equals("String") ? ", length = 12)" : ")"));
        }
        entity.addKeyColumn(column);
        entity.keyType(type);
        entity.member(type, name, annotations);
    }

    /** Returns {@code @Id} and what generates its values; of an unknown type nothing does. */
    static List<String> generated(Draw draw, String type) {
        List<String> choices = switch (type) {
            case "Long", "long", "Integer", "int", "Short" ->
                List.of(
                        "",
                        "",
                        "@GeneratedValue",
                        "@GeneratedValue(strategy = GenerationType.IDENTITY)",
                        "@GeneratedValue(strategy = GenerationType.SEQUENCE)",
                        "@SequenceGenerator(allocationSize = 5)\n    @GeneratedValue");
            case "UUID" -> List.of("", "@GeneratedValue", "@GeneratedValue(strategy = GenerationType.UUID)");
            default -> List.of("");
        };
        String choice = draw.oneOf(choices);
        return choice.isEmpty() ? List.of("@Id") : List.of("@Id", choice);
    }

    private static void idClass(ModelDraft model, ClassDraft entity) {
        ClassDraft key = model.add(Kind.KEY, model.className("Key"));
        key.implement("Serializable");
        for (String type : types(model.draw())) {
            String name = model.attributeName();
            key.member(type, name, List.of());
            entity.member(type, name, List.of("@Id"));
            entity.addKeyColumn(name);
        }
        entity.annotate("@IdClass(" + key.name() + ".class)");
    }

    private static void embedded(ModelDraft model, ClassDraft entity) {
        Draw draw = model.draw();
        ClassDraft key =
                model.add(draw.chance(50) || model.byProperty() ? Kind.KEY : Kind.KEY_RECORD, model.className("Key"));
        key.annotate("@Embeddable");
        key.implement("Serializable");
        for (String type : types(draw)) {
            String name = model.attributeName();
            String column = draw.chance(30) ? Columns.name(model, name) : name;
            key.member(type, name, column.equals(name) ? List.of() : List.of("@Column(name = \"" + column + "\")"));
            entity.addKeyColumn(column);
        }
        entity.member(key.name(), model.fresh("id"), List.of("@EmbeddedId"));
    }

    private static void derived(ModelDraft model, ClassDraft entity, ClassDraft owner) {
        String name = model.attributeName();
        if (model.draw().chance(50)) {
            entity.member(owner.name(), name, List.of("@Id", model.draw().oneOf("@OneToOne", "@ManyToOne")));
        } else {
            entity.member(owner.keyType(), model.fresh("id"), List.of("@Id"));
            entity.member(owner.name(), name, List.of("@MapsId", "@OneToOne"));
        }
        entity.addKeyColumn(name + "_" + owner.keyColumns().get(0));
    }

    private static List<String> types(Draw draw) {
        List<String> types = new ArrayList<>();
        for (int i = draw.between(2, 3); i > 0; i--) {
            types.add(draw.oneOf("String", "Integer", "Long", "UUID", "LocalDate"));
        }
        return types;
    }
}
