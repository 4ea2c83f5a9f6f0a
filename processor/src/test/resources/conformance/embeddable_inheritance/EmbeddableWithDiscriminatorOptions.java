package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
@DiscriminatorColumn(options = "collate \"C\"")
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
    Address address;
}
