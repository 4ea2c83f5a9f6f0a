package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.NaturalId;

@Entity
@Migratable
class Cat {
    @Id
    Long id;

    @NaturalId
    String lang;

    @NaturalId
    @Column(name = "cat_code")
    String code;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "lang", referencedColumnName = "lang")
    @JoinColumn(name = "code", referencedColumnName = "cat_code")
    Cat cat;
}
