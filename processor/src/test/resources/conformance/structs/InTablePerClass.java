// refused: MAP03; address; @Struct; TABLE_PER_CLASS
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    String street;
    String city;
    int number;
}

@Migratable
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Thing {

    @Id
    long id;

    Address address;
}

@Migratable
@Entity
class Special extends Thing {
    Address other;
}
