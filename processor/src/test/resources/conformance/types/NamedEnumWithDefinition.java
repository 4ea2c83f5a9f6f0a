package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.dialect.type.PostgreSQLEnumJdbcType;
import org.hibernate.type.SqlTypes;

enum Color {
    RED,
    GREEN
}

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "color")
    Color color;

    @JdbcType(PostgreSQLEnumJdbcType.class)
    @Column(columnDefinition = "color default 'RED'", nullable = false)
    Color other;
}
