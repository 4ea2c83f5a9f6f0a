package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@JdbcTypeCode(SqlTypes.JSON)
@Retention(RetentionPolicy.RUNTIME)
@interface Json {}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Json
    Map<String, String> values;
}
