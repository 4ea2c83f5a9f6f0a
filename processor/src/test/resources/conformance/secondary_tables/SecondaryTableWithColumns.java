package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

@Entity
@Migratable
@Table(name = "people")
@SecondaryTable(name = "details")
class Person {
    @Id
    @GeneratedValue
    Long id;
    String name;
    @Column(table = "details")
    int age;
    @Column(table = "details", name = "nick", nullable = false, unique = true)
    String nickname;
    @Basic(optional = false)
    @Column(table = "details")
    String motto;
    @Column(table = "people")
    String city;
}
