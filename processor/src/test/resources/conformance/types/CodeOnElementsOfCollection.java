package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ElementCollection
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 2)
    Set<String> countries;
}
