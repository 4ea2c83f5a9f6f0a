package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** Entities below an entity, by each strategy, some with a discriminator of their own. */
final class Hierarchies implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        if (!draw.chance(40)) {
            return;
        }
        ClassDraft root = draw.oneOf(model.of(Kind.ENTITY));
        String strategy = draw.oneOf("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS");
        boolean singleTable = strategy.equals("SINGLE_TABLE");
        if (!singleTable || draw.chance(60)) {
            root.annotate("@Inheritance(strategy = InheritanceType." + strategy + ")");
        }
        if (singleTable && draw.chance(50)) {
            root.annotate("@DiscriminatorColumn("
                    + draw.oneOf(
                            "name = \"" + Columns.name(model, "kind") + "\"",
                            "discriminatorType = DiscriminatorType.CHAR",
                            "discriminatorType = DiscriminatorType.INTEGER",
                            "length = 12")
                    + ")");
        }
        List<ClassDraft> parents = new ArrayList<>(List.of(root));
        for (int i = draw.between(1, 3); i > 0; i--) {
            ClassDraft child = model.add(Kind.ENTITY, model.className("Special"));
            child.annotate("@Entity");
            child.annotate("@Migratable");
            child.extend(draw.oneOf(parents), "");
            child.hasTable(!singleTable);
            if (!singleTable && draw.chance(30)) {
                child.tableMembers().add("name = \"" + Columns.name(model, child.name()) + "\"");
            }
            parents.add(child);
        }
    }
}
