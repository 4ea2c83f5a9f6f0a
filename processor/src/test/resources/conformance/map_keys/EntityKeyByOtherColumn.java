package conformance.map_keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
class Person {
    @Id Long id;
    @ElementCollection @MapKeyJoinColumn(name = "country", referencedColumnName = "code") Map<Country, Long> visits;
}

@Entity
@Migratable
class Country {
    @Id Long id;
    @Column(unique = true) String code;
}
