package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.Struct;

@MappedSuperclass
class Located {
    String zip;
    String area;
}

@Embeddable
@Struct(name = "address")
class Address extends Located {
    String street;
    String city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
