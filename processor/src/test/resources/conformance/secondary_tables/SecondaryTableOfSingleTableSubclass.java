package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;

@Entity
@Migratable
class Person {
    @Id
    Long id;
}

@Entity
@Migratable
@SecondaryTable(name = "salaries")
class Employee extends Person {
    @Column(table = "salaries", nullable = false)
    int salary;
    @Column(table = "salaries")
    int bonus;
    @ManyToOne(optional = false)
    @JoinColumn(table = "salaries")
    Person payer;
    int office;
}
