// refused: MAP07; Person.country; code; @Column(unique = true)
package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Person {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "country", referencedColumnName = "code") Country country;
}

@Entity
@Migratable
class Country {
    @Id Long id;
    String code;
}
