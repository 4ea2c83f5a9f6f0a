package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** Collections of basic values, enums and embeddables. */
final class ElementCollections implements Feature {

    private static final List<String> KEYS = List.of("String", "Integer", "Long", "LocalDate", "UUID");
    private static final List<String> VALUES =
            List.of("String", "Integer", "BigDecimal", "LocalDate", "UUID", "Boolean");

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        for (ClassDraft owner : model.of(Kind.ENTITY, Kind.SUPERCLASS)) {
            if (draw.chance(40)) {
                add(model, owner);
            }
        }
    }

    private static void add(ModelDraft model, ClassDraft owner) {
        Draw draw = model.draw();
        String element = element(model);
        String name = model.attributeName();
        List<String> annotations = new ArrayList<>(List.of("@ElementCollection"));
        String type = switch (draw.below(4)) {
            case 0 -> "Set<" + element + ">";
            case 1 -> "Map<" + key(model, annotations) + ", " + element + ">";
            default -> "List<" + element + ">";
        };
        if (type.startsWith("List") && draw.chance(50)) {
            annotations.add(
                    "@OrderColumn" + (draw.chance(50) ? "(name = \"" + Columns.name(model, "pos") + "\")" : ""));
        }
        boolean basic = model.of(Kind.EMBEDDABLE, Kind.RECORD).stream()
                .noneMatch(e -> e.name().equals(element));
        if (basic && draw.chance(40)) {
            annotations.add("@Column(name = \"" + Columns.name(model, name) + "\""
                    + draw.oneOf("", ", nullable = false", ", length = 9") + ")");
        }
        if (owner.kind() == Kind.ENTITY && draw.chance(40)) {
            String joined = owner.keyColumns().size() == 1 && draw.chance(50)
                    ? ", joinColumns = @JoinColumn(name = \"" + Columns.name(model, "owner") + "\")"
                    : "";
            annotations.add("@CollectionTable(name = \"" + Columns.name(model, name + "Of") + "\"" + joined + ")");
        }
        owner.member(type, name, annotations);
    }

    private static String element(ModelDraft model) {
        Draw draw = model.draw();
        List<ClassDraft> embeddables = model.of(Kind.EMBEDDABLE, Kind.RECORD);
        if (!embeddables.isEmpty() && draw.chance(30)) {
            return draw.oneOf(embeddables).name();
        }
        return draw.chance(20) ? draw.oneOf(model.of(Kind.ENUM)).name() : draw.oneOf(VALUES);
    }

    static String key(ModelDraft model, List<String> annotations) {
        Draw draw = model.draw();
        if (draw.chance(40)) {
            annotations.add("@MapKeyColumn(name = \"" + Columns.name(model, "mapKey") + "\")");
        }
        if (draw.chance(25)) {
            annotations.add("@MapKeyEnumerated(EnumType." + draw.oneOf("STRING", "ORDINAL") + ")");
            return draw.oneOf(model.of(Kind.ENUM)).name();
        }
        List<ClassDraft> classes = model.of(Kind.ENTITY, Kind.EMBEDDABLE);
        return draw.chance(25) && annotations.stream().noneMatch(a -> a.startsWith("@MapKey"))
                ? draw.oneOf(classes).name()
                : draw.oneOf(KEYS);
    }
}
