package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.math.BigDecimal;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "details")
class Person {
    @Id
    Long id;
    @Column(table = "details")
    int age;
}

@Entity
@Migratable
@PrimaryKeyJoinColumn(name = "person_id")
@SecondaryTable(name = "salaries")
class Employee extends Person {
    @Column(table = "salaries", nullable = false)
    BigDecimal salary;
}
