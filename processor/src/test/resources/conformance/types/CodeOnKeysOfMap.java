package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ElementCollection
    @MapKeyJdbcTypeCode(SqlTypes.SMALLINT)
    Map<Integer, String> names;
}
