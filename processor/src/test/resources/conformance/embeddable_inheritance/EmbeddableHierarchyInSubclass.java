package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
class Address {
    String street;
}

@Embeddable
class PostalAddress extends Address {
    String zip;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
}

@Entity
class Worker extends Person {
    Address address;
}
