package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.hibernate.annotations.PropertyRef;

@Entity
@Migratable
class Dog {
    @Id
    Long number;

    @Column(unique = true, name = "dog_tag")
    String tag;

    @Column(unique = true)
    Integer chip;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ManyToOne
    @PropertyRef("tag")
    Dog dog;

    @ManyToOne(optional = false)
    @PropertyRef("chip")
    @JoinColumn(name = "second_chip")
    Dog second;
}
