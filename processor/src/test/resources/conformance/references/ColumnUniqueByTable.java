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
@Table(uniqueConstraints =
@UniqueConstraint(name = "by_code", columnNames = "code"))
class Country {
    @Id Long id;
    String code;
}
