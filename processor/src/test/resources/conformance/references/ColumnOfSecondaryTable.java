// refused: MAP07; Person.country; code; identifier
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
@SecondaryTable(name = "more")
class Country {
    @Id Long id;
    @Column(table = "more", unique = true) String code;
}
