package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

@Embeddable
class Address {
    String street;
}

@Embeddable
class PostalAddress extends Address {
    String zip;
}

@Embeddable
class Flat {
    Address address;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    @ElementCollection
    List<Flat> flats;
}
