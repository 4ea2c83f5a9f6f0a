// option: migratable.naming=snake_case
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "PostalAddress", attributes = {"street_name", "city_name"})
class Address {
    String cityName;
    String streetName;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address homeAddress;
}
