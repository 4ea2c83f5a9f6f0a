package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Parent;

@Embeddable
class Address {
    @Parent Person person;
    String street;
}

@Entity
@Migratable
class Person {
    @Id Long id;
    Address address;
}
