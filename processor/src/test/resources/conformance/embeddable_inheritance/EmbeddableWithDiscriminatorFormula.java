package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.DiscriminatorFormula;

@Embeddable
@DiscriminatorFormula("case when zip is null then 'Address' else 'PostalAddress' end")
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
    Address address;
}
