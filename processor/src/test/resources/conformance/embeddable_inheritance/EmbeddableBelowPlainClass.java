package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
class Place {
    String country;
}

class Region extends Place {
    String region;
}

@Embeddable
class Address extends Region {
    String street;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    Address address;
}
