package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

class Point {
    int x;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Point text;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    Point bytes;
}
