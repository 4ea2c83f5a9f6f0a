// refused: MAP03; Base.struct; order; name, length; attributes
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Id;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import org.hibernate.annotations.Struct;

@MappedSuperclass
abstract class Base {
    Pair struct;
}

@Entity
@Migratable
class Product extends Base {
    @Id
    long id;
}

@Embeddable
@Struct(name = "pair")
record Pair(String name, Duration length) {}
