// refused: MAP09; ShortAddress.zip; zip; Give one of them another name
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

@Embeddable
class ShortAddress extends Address {
    Integer zip;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    Address address;
}
