package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;

@Embeddable
class Address {
    String street;
    @Column(table = "places")
    String city;
}

@Entity
@Migratable
@SecondaryTable(name = "places")
class Person {
    @Id
    Long id;
    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "road", table = "places"))
    Address home;
}
