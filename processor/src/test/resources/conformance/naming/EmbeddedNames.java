package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
class Address {
    String streetName;
    @Column(name = "`ZipCode`")
    String zip;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Embedded
    Address homeAddress;
}
