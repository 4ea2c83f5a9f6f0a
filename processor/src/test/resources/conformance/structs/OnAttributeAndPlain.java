// refused: MAP03; Thing.home; 'city'; @Column(name
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
class Address {
    String street;
    String city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Struct(name = "address")
    Address home;

    Address work;
}
