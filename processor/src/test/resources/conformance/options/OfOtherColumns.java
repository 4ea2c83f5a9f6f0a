package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", options = "collate \"C\"")
class Thing {
    @Id String id;

    @ManyToOne
    @JoinColumn(name = "other_id", options = "collate \"C\"")
    Part other;

    @ElementCollection
    @OrderColumn(options = "default 0")
    List<String> names;

    @ElementCollection
    @MapKeyColumn(name = "k", options = "collate \"C\"")
    @Column(name = "v", options = "collate \"POSIX\"")
    Map<String, String> words;

    @ElementCollection
    @MapKeyJoinColumn(name = "part_id", options = "collate \"C\"")
    @CollectionTable(joinColumns = @JoinColumn(name = "owner_id", options = "collate \"C\""))
    Map<Part, Integer> sizes;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "at_zone", options = "default 7200")
    OffsetDateTime at;

    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "note", options = "collate \"C\""))
    Note note;
}

@Embeddable
class Note {
    @Column(options = "collate \"POSIX\"")
    String text;

    @Column(options = "collate \"POSIX\"")
    String more;
}

@Entity
@Migratable
@PrimaryKeyJoinColumn(name = "special_id", options = "collate \"C\"")
class Special extends Thing {
    String name;
}

@Entity
@Migratable
class Part {
    @Id String id;
}
