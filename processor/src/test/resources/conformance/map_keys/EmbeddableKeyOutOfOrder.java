package conformance.map_keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
class Person {
    @Id Long id;
    @ElementCollection @CollectionTable(name = "phone_register") @Column(name = "since") Map<Phone, Long> phones;
}

@Embeddable
class Phone {
    String type;
    String number;
    @Column(name = "aaa") int zone;
}
