// option: migratable.naming=snake_case
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "PostalAddress")
class Address {
    String cityName;

    @Column(nullable = false)
    String streetName;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address homeAddress;
}
