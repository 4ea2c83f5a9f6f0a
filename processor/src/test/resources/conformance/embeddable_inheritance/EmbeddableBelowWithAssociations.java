package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Set;

@Embeddable
class Address {
    String street;

    @ManyToOne
    Person owner;
}

@Embeddable
class PostalAddress extends Address {
    @ManyToOne
    Person sender;

    @ElementCollection
    Set<String> tags;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    Address address;
}
