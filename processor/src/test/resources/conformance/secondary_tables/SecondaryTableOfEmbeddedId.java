package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.SecondaryTable;

@Embeddable
class PersonId {
    int number;
    String country;
}

@Entity
@Migratable
@SecondaryTable(name = "details")
class Person {
    @EmbeddedId
    PersonId id;
    @Column(table = "details")
    int age;
}
