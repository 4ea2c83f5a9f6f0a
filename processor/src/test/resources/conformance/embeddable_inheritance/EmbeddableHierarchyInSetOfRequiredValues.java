package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;

@MappedSuperclass
class Place {
    @Column(nullable = false)
    String country;
}

@Embeddable
class Address extends Place {
    @Column(nullable = false)
    String street;

    @Column(nullable = false)
    String house;
}

@Embeddable
class PostalAddress extends Address {
    @Column(nullable = false)
    String zip;

    @Column(nullable = false)
    String box;
}

@Embeddable
class MailAddress extends Address {
    @Column(nullable = false)
    String mail;

    @Column(nullable = false)
    String box;
}

@Embeddable
class AirAddress extends PostalAddress {
    @Column(nullable = false)
    String air;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    @ElementCollection
    Set<Address> homes;
}
