// refused: MAP16; street; @RenamedFrom; no column
package conformance.structs;

import dev.migratable.annotations.Migratable;
import dev.migratable.annotations.RenamedFrom;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @RenamedFrom("way")
    String street;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
