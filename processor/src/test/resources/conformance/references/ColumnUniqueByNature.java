package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

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
    @NaturalId String code;
}
