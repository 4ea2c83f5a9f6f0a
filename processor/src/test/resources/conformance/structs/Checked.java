package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "amount")
class Amount {
    @Check(constraints = "cents >= 0 and cents < 100")
    int cents;

    @Check(constraints = "units > 0")
    @Column(nullable = false)
    long units;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Amount price;
}
