package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
abstract class Place {
    String country;
}

@Embeddable
class Address extends Place {
    String street;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    @Embedded
    Address address;
}
