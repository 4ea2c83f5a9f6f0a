package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@Embeddable
class Address {
    String street;
}

@MappedSuperclass
class Named extends Address {
    String name;
}

@Embeddable
class PostalAddress extends Named {
    String zip;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    Address address;
}
