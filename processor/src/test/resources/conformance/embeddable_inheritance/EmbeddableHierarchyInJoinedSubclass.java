package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

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
@Inheritance(strategy = InheritanceType.JOINED)
class Person {
    @Id
    Long id;
}

@Entity
@Migratable
class Worker extends Person {
    Address address;
}
