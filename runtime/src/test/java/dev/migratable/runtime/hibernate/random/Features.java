package dev.migratable.runtime.hibernate.random;

import java.util.List;

/** The features in the order in which they build on one another. */
final class Features {

    static final List<Feature> ALL = List.of(
            new NamingOptions(),
            new Enums(),
            new Embeddables(),
            new Superclasses(),
            new Entities(),
            new Hierarchies(),
            new Identifiers(),
            new BasicAttributes(),
            new EmbeddedAttributes(),
            new Associations(),
            new ElementCollections(),
            new EntityCollections(),
            new SecondaryTables(),
            new TableMembers(),
            new Structs(),
            new EmbeddedPlaces());

    private Features() {}
}
