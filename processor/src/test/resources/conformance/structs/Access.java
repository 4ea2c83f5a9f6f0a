package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
@Access(AccessType.PROPERTY)
class Address {
    private String hidden;

    public String getStreet() {
        return hidden;
    }

    public void setStreet(String street) {
        hidden = street;
    }

    public String getCity() {
        return hidden;
    }

    public void setCity(String city) {
        hidden = city;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
