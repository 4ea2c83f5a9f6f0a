package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
class Address {
    String street;
}

@Embeddable
class PostalAddress extends Address {
    String zip;
}

@Embeddable
class Flat {
    Address address;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;
    @AttributeOverride(name = "address.zip", column = @Column(name = "plz"))
    Flat flat;

    @AttributeOverride(name = "address.{discriminator}", column = @Column(name = "second_kind"))
    @AttributeOverride(name = "address.street", column = @Column(name = "second_street"))
    @AttributeOverride(name = "address.zip", column = @Column(name = "second_zip"))
    Flat second;
}
