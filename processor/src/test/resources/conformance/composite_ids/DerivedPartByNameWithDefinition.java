package conformance.composite_ids;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.io.Serializable;

@Entity
@Migratable
class Employee {

    @Id
    @Column(length = 32)
    String id;
}

@Embeddable
record DependentKey(String employee, int number) implements Serializable {}

@Entity
@Migratable
class Dependent {

    @EmbeddedId
    DependentKey key;

    @MapsId("employee")
    @ManyToOne
    @JoinColumn(name = "employee", columnDefinition = "varchar(32)")
    Employee employee;
}
