package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Embeddables that are values of composite types, and attributes of them; behind the rest, which seeds draw as ever. */
final class Structs implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        List<ClassDraft> structs = new ArrayList<>();
        for (int i = draw.chance(30) ? draw.between(1, 2) : 0; i > 0; i--) {
            structs.add(add(model, structs));
        }
        for (ClassDraft owner : model.of(Kind.SUPERCLASS, Kind.ENTITY)) {
            for (ClassDraft struct : structs) {
                if (draw.chance(40)) {
                    String type = draw.oneOf(
                            struct.name(), struct.name(), struct.name() + "[]", "List<" + struct.name() + ">");
                    owner.member(type, model.attributeName(), ofColumn(model));
                }
            }
        }
    }

    private static List<String> ofColumn(ModelDraft model) {
        return switch (model.draw().below(6)) {
            case 0 -> List.of("@Column(nullable = false)");
            case 1 -> List.of("@Basic(optional = false)");
            case 2 -> List.of("@Column(name = \"" + Columns.name(model, "value") + "\")");
            case 3 -> List.of("@org.hibernate.annotations.Comment(\"a struct\")");
            default -> List.of();
        };
    }

    private static ClassDraft add(ModelDraft model, List<ClassDraft> others) {
        Draw draw = model.draw();
        Kind kind = draw.chance(35) ? Kind.STRUCT_RECORD : Kind.STRUCT;
        ClassDraft struct = model.add(kind, model.className("Struct"));
        List<String> names = new ArrayList<>();
        for (int n = draw.between(1, 6); n > 0; n--) {
            names.add(member(model, struct));
        }
        if (!others.isEmpty() && draw.chance(50)) {
            String name = model.attributeName();
            struct.member(others.get(0).name() + draw.oneOf("", "[]"), name, List.of());
            names.add(name);
        }
        Collections.shuffle(names, new Random(draw.below(1000)));
        // what is to be ordered is named as the strategy of the model names the columns, which only some names bear
        boolean isPlain = names.stream().allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
        boolean isOrdered = isPlain && draw.chance(75);
        String order = isOrdered ? ", attributes = {\"" + String.join("\", \"", names) + "\"}" : "";
        struct.annotate("@Embeddable");
        struct.annotate(
                "@Access(AccessType." + (model.byProperty() && kind == Kind.STRUCT ? "PROPERTY" : "FIELD") + ")");
        struct.annotate("@org.hibernate.annotations.Struct(name = \"T" + struct.name() + "\"" + order + ")");
        return struct;
    }

    private static String member(ModelDraft model, ClassDraft struct) {
        Draw draw = model.draw();
        String name = model.attributeName();
        List<String> annotations = new ArrayList<>();
        if (draw.chance(20)) {
            String type = draw.oneOf(model.of(Kind.ENUM)).name();
            annotations.add(draw.oneOf("@Enumerated(EnumType.STRING)", "@Enumerated"));
            if (draw.chance(30)) {
                annotations.add("@Column(nullable = false)");
            }
            struct.member(type, name, annotations);
            return name;
        }
        String type = draw.oneOf(BasicAttributes.TYPES);
        List<String> facets = Columns.facets(model, type);
        facets.removeIf(facet -> facet.startsWith("unique"));
        if (!facets.isEmpty()) {
            annotations.add("@Column(" + String.join(", ", facets) + ")");
        }
        struct.member(type, name, annotations);
        return name;
    }
}
