package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    String street;
    String city;
    int number;
}

@MappedSuperclass
class Base<T> {

    @Id
    long id;

    Address address;

    T other;
}

@Migratable
@Entity
class Thing extends Base<Address> {
    String name;
}
