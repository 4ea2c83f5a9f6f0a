package conformance.embeddables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Embeddable
class House {
    int number;

    @Column(name = "STAIRS")
    int floor;
}

@Embeddable
class Address {
    String street;

    @Column(name = "plz")
    String zip;

    @EmbeddedColumnNaming("the_%s")
    House house;

    House other;

    @ManyToOne
    Person owner;

    @ManyToOne
    @JoinColumn(name = "sender")
    Person sender;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime since;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "last_zone")
    OffsetDateTime last;

    @ElementCollection
    @OrderColumn
    List<String> tags;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @EmbeddedColumnNaming("home_%s")
    Address home;

    @EmbeddedColumnNaming
    @AttributeOverride(name = "floor", column = @Column(name = "level"))
    House work;

    @EmbeddedColumnNaming("%s_II")
    House second;
}
