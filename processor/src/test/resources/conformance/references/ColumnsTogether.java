package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Migratable
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"lang", "code"}))
class Cat {
    @Id
    Long id;

    String lang;
    String code;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "cat_lang", referencedColumnName = "lang")
    @JoinColumn(name = "cat_code", referencedColumnName = "code")
    Cat cat;

    @OneToOne
    @JoinColumn(name = "b", referencedColumnName = "code")
    @JoinColumn(name = "a", referencedColumnName = "lang")
    Cat best;
}
