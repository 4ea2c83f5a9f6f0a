package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @Column(nullable = false)
    String street;

    String city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;
}

@Migratable
@Entity
class Special extends Thing {

    @Basic(optional = false)
    Address home;

    Address other;

    @Basic(optional = false)
    List<Address> others;

    @Basic(optional = false)
    String name;
}
