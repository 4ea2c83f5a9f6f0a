package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "more", foreignKey = @ForeignKey(options = "on delete cascade"))
class Thing {
    @Id Long id;

    @Column(table = "more")
    String text;

    @ElementCollection
    @CollectionTable(foreignKey = @ForeignKey(options = "on update cascade"))
    List<String> names;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "owner", foreignKey = @ForeignKey(options = "on delete cascade")))
    List<String> words;

    @ManyToMany
    @JoinTable(
            name = "friends",
            joinColumns = @JoinColumn(name = "from_id"),
            foreignKey = @ForeignKey(name = "friends_from", options = "deferrable"),
            inverseJoinColumns = @JoinColumn(name = "to_id", foreignKey = @ForeignKey(options = "on delete cascade")))
    Set<Thing> friends;

    @ManyToMany
    @JoinTable(
            name = "foes",
            foreignKey = @ForeignKey(options = "on update restrict"),
            inverseForeignKey = @ForeignKey(options = "initially deferred"))
    Set<Thing> foes;

    @ElementCollection
    @MapKeyJoinColumn(name = "k", foreignKey = @ForeignKey(options = "on delete cascade"))
    Map<Thing, String> notes;

    @OneToMany
    @JoinColumn(name = "thing_id", foreignKey = @ForeignKey(options = "on delete set null"))
    List<Part> parts;
}

@Entity
@Migratable
@PrimaryKeyJoinColumn(foreignKey = @ForeignKey(options = "on delete cascade"))
class Special extends Thing {
    String name;
}

@Entity
@Migratable
class Part {
    @Id Long id;
}
