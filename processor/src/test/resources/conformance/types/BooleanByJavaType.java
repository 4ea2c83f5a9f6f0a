package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BooleanJavaType;

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @JavaType(BooleanJavaType.class)
    @JdbcTypeCode(SqlTypes.CHAR)
    Boolean letter;

    @JavaType(BooleanJavaType.class)
    @JdbcTypeCode(SqlTypes.TINYINT)
    boolean number;

    @JavaType(BooleanJavaType.class)
    boolean plain;

    @JdbcTypeCode(SqlTypes.CHAR)
    Boolean checked;
}
