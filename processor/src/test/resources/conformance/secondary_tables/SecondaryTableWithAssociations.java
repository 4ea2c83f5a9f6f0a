package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Migratable
class Team {
    @Id
    Long id;
}

@Entity
@Migratable
@SecondaryTable(name = "jobs")
class Person {
    @Id
    Long id;
    @ManyToOne(optional = false)
    @JoinColumn(table = "jobs")
    Team team;
    @OneToOne
    @JoinColumn(table = "jobs", name = "leads")
    Team leads;
    @ManyToOne
    @JoinColumn(table = "jobs")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Person boss;
}
