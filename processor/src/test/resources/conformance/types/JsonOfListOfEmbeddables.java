package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Embeddable
class Address {
    String street;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Address> addresses;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    Address[] more;
}
