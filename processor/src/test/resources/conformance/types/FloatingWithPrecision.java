package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(precision = 5)
    double narrow;

    @Column(precision = 10)
    float wide;

    @Column(precision = 15)
    Double exact;
}
