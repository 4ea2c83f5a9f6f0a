package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;

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
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"first", "last"}))
class Person {
    @Id
    Long id;

    String first;
    String last;

    @OneToMany
    @JoinColumn(name = "person_last", referencedColumnName = "last")
    @JoinColumn(name = "person_first", referencedColumnName = "first")
    List<Cat> cats;

    @ManyToMany
    @JoinTable(
            name = "friendship",
            inverseJoinColumns = {
                @JoinColumn(name = "cat_lang", referencedColumnName = "lang"),
                @JoinColumn(name = "cat_code", referencedColumnName = "code")
            })
    List<Cat> friends;

    @ElementCollection
    @CollectionTable(
            name = "nicknames",
            joinColumns = {
                @JoinColumn(name = "person_first", referencedColumnName = "first"),
                @JoinColumn(name = "person_last", referencedColumnName = "last")
            })
    List<String> names;
}
