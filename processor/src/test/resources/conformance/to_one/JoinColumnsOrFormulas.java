package conformance.to_one;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinColumnsOrFormulas;
import org.hibernate.annotations.JoinFormula;

@Entity
@Migratable
class Cat implements Serializable {
    @Id
    Long number;

    @Id
    String lang;
}

@Entity
@Migratable
class Dog {
    @Id
    Long id;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    String spoken;

    @ManyToOne
    @JoinColumnOrFormula(column = @JoinColumn(name = "cat_number", referencedColumnName = "number"))
    @JoinColumnOrFormula(formula = @JoinFormula(value = "spoken", referencedColumnName = "lang"))
    Cat cat;

    @ManyToOne
    @JoinColumnsOrFormulas({
        @JoinColumnOrFormula(column = @JoinColumn(name = "second_number", referencedColumnName = "number")),
        @JoinColumnOrFormula(column = @JoinColumn(name = "second_lang", referencedColumnName = "lang"))
    })
    Cat second;

    @ManyToOne
    @JoinColumnOrFormula(column = @JoinColumn(name = "dog", nullable = false))
    Dog dog;

    @ManyToOne
    @JoinColumnOrFormula(formula = @JoinFormula("id + 1"))
    Dog other;
}
