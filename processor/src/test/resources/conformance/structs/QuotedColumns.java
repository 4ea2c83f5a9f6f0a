package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @Column(name = "\"Street\"", nullable = false)
    String street;

    @Column(name = "`order`")
    int number;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(name = "`Home`")
    Address home;
}
