package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;

enum Color {
    RED,
    GREEN
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Color[] ordinals;

    @Enumerated(EnumType.STRING)
    Color[] names;

    @Enumerated(EnumType.STRING)
    List<Color> list;

    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    Set<Color> letters;

    Set<Color> set;
}
