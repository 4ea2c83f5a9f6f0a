package conformance.map_keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;

enum Day { MON, TUE }

@Entity
@Migratable
class Shop {
    @Id Long id;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Day, String> hours;

    @ElementCollection
    Map<Day, String> ordinals;

    @ElementCollection
    @MapKeyTemporal(TemporalType.DATE)
    Map<Date, String> holidays;

    @ElementCollection(targetClass = String.class)
    @MapKeyClass(UUID.class)
    Map raw;
}
