// refused: MAP03; Thing.addresses; @Struct; @JdbcTypeCode
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

@Embeddable
@Struct(name = "address")
class Address {
    String street;
    String city;
    int number;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.STRUCT_ARRAY)
    List<Address> addresses;
}
