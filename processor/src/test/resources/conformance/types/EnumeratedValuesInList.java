// refused: MAP01; Thing.color; @EnumeratedValue; @Check(constraints
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import java.util.List;

enum Color {
    RED("r"),
    GREEN("g");

    @EnumeratedValue
    final String letter;

    Color(String letter) {
        this.letter = letter;
    }
}

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @Enumerated(EnumType.STRING)
    List<Color> color;
}
