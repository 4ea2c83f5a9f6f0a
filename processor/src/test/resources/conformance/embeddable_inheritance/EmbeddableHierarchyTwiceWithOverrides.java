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

@Entity
@Migratable
class Person {
    @Id
    Long id;
    Address home;

    @AttributeOverride(name = "{discriminator}", column = @Column(name = "work_kind", length = 20))
    @AttributeOverride(name = "street", column = @Column(name = "work_street"))
    @AttributeOverride(name = "zip", column = @Column(name = "work_zip", length = 10))
    Address work;
}
