package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyEnumerated;
import java.util.Map;
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

    @ElementCollection
    Set<Color> ordinals;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Color> names;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Color, Integer> counts;
}
