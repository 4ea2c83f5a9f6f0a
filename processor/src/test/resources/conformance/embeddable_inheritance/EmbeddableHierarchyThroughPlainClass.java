package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
class Address {
    String street;
}

class Region extends Address {
    String region;
}

@Embeddable
class PostalAddress extends Region {
    String zip;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    Address address;
}
