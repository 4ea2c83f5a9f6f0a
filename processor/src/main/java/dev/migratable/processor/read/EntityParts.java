package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * What an entity's table is made of: the attributes of the entity and, as the strategy of its hierarchy has it, those of
 * the entities below or above it.
 *
 * @param members the entities that have attributes in the table, each with what it adds
 * @param all everything together, what several members share said once
 */
record EntityParts(List<Member> members, MappedParts all) {

    /** Copies the members. */
    EntityParts {
        members = List.copyOf(members);
    }

    /**
     * An entity that has attributes in the table.
     *
     * @param entity the entity
     * @param parts what it adds; its collections are those that it declares itself
     */
    record Member(TypeElement entity, MappedParts parts) {}

    /** Reads the parts of an entity's table; what cannot be read is reported. */
    static EntityParts read(ReadContext context, TypeElement entity) {
        return switch (Inheritance.strategy(entity)) {
            case SINGLE_TABLE -> singleTable(context, entity);
            case JOINED -> joined(context, entity);
            case TABLE_PER_CLASS -> tablePerClass(context, entity);
        };
    }

    private static EntityParts singleTable(ReadContext context, TypeElement root) {
        SubclassColumns columns = new SubclassColumns(context);
        List<Member> members = new ArrayList<>();
        members.add(new Member(root, new EntityColumns(context).read(root)));
        List<TypeElement> below = context.subclasses().below(root);
        for (TypeElement subclass : below) {
            MappedParts parts = new EntityColumns(context).read(subclass);
            parts.columns().replaceAll(columns::forSubclass);
            parts.checks().addAll(new ColumnParts(context).checks(subclass, Optional.empty()));
            members.add(new Member(subclass, parts));
        }
        MappedParts all = SharedColumns.merge(context, members);
        new DiscriminatorReader(context, root, members).read(all);
        return new EntityParts(members, all);
    }

    private static EntityParts joined(ReadContext context, TypeElement entity) {
        MappedParts own = new EntityColumns(context).read(entity);
        Member member = new Member(entity, own);
        MappedParts all = new MappedParts();
        if (KeyReader.isJoined(entity)) {
            all.add(new KeyReader(context, false).read(entity));
            all.add(own);
        } else {
            all.add(own);
            new DiscriminatorReader(context, entity, List.of(member)).read(all);
        }
        return new EntityParts(List.of(member), all);
    }

    /**
     * Hibernate copies the columns and foreign keys of the entities above, but neither actions nor collections, and of what
     * is unique only what is said of a column itself.
     */
    private static EntityParts tablePerClass(ReadContext context, TypeElement entity) {
        MappedParts all = new MappedParts();
        List<Member> members = new ArrayList<>();
        for (TypeElement type : Inheritance.lineage(entity)) {
            MappedParts parts = new EntityColumns(context).read(type);
            if (!type.equals(entity)) {
                parts.collections().clear();
                parts.references().replaceAll(MappedReference::withoutAction);
                parts.uniques().removeIf(unique -> unique.size() > 1 || NaturalIds.isNatural(parts, unique.get(0)));
            }
            members.add(new Member(type, parts));
            all.add(parts);
        }
        return new EntityParts(members, all);
    }

    /**
     * A query has no table, nor has a view, and the rows of an abstract entity are all in the tables of those below it,
     * where these have tables of their own.
     */
    static boolean hasTable(ReadContext context, TypeElement entity) {
        boolean isSpread = Discriminator.isAbstract(entity) && new TargetReader(context).isSpread(entity);
        return !isSpread && !AnnotationValues.has(entity, Jpa.SUBSELECT) && !AnnotationValues.has(entity, Jpa.VIEW);
    }

    /** Returns by attribute the entity that has it. */
    Map<Attribute, TypeElement> owners() {
        Map<Attribute, TypeElement> owners = new LinkedHashMap<>();
        for (Member member : members) {
            member.parts().columns().forEach(c -> owners.putIfAbsent(c.attribute(), member.entity()));
            member.parts().collections().forEach(c -> owners.putIfAbsent(c, member.entity()));
        }
        return owners;
    }
}
