package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;

enum Color {
    RED("r"),
    GREEN("g");

    @EnumeratedValue
    final String letter;

    Color(String letter) {
        this.letter = letter;
    }
}

enum Size {
    SMALL(3),
    LARGE(5);

    @EnumeratedValue
    final int number;

    Size(int number) {
        this.number = number;
    }
}

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(1)")
    @Check(constraints = "color in ('r','g')")
    Color color;

    @Column(columnDefinition = "smallint", check = @CheckConstraint(constraint = "size in (3,5)"))
    Size size;

    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    @Check(constraints = "letter in ('r','g')")
    Color letter;

    @Enumerated(EnumType.STRING)
    @Check(constraints = "text in ('r','g')")
    Color text;

    @Check(constraints = "number in (3,5)")
    Size number;
}
