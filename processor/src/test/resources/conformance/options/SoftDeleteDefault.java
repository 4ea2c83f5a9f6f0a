package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;

@Entity
@Migratable
@SoftDelete(options = "default false")
class Thing {
    @Id Long id;
}
