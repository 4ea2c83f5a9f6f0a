package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Set;

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
    @ElementCollection
    Set<Address> homes;

    @ElementCollection
    List<Address> offices;

    @ElementCollection
    @OrderColumn
    @AttributeOverride(name = "{discriminator}", column = @Column(name = "kind"))
    @AttributeOverride(name = "zip", column = @Column(name = "plz"))
    List<Address> others;
}
