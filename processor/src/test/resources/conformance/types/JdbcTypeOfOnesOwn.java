// refused: MAP01; Thing.text; @JdbcType; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcType;

class OwnType extends org.hibernate.type.descriptor.jdbc.VarcharJdbcType {}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcType(OwnType.class)
    String text;
}
