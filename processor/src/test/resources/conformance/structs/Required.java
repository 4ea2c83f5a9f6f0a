package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @Column(nullable = false)
    String street;

    String city;

    @Basic(optional = false)
    int number;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address home;

    @Column(nullable = false)
    Address work;

    @Basic(optional = false)
    Address billing;
}
