package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;

@Entity
@Migratable
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"a", "tag"}))
class Dog implements Serializable {
    @Id
    Long a;

    @Id
    Long b;

    String tag;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "dog_tag", referencedColumnName = "tag")
    @JoinColumn(name = "dog_a", referencedColumnName = "a")
    Dog dog;
}
