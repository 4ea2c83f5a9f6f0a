package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
class Address {
    String street;
}

@Embeddable
class PostalAddress extends Address {
    @Column(nullable = false)
    String zip;

    int box;

    @Basic(optional = false)
    String town;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    Address address;
}
