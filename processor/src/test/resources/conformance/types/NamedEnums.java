package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.dialect.type.PostgreSQLEnumJdbcType;
import org.hibernate.dialect.type.PostgreSQLOrdinalEnumJdbcType;
import org.hibernate.type.SqlTypes;

enum Color {
    RED,
    GREEN
}

enum Size {
    SMALL,
    LARGE
}

@Embeddable
class Look {
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "shade")
    Color shade;
}

@Entity
@Migratable
class Thing {
    enum Kind {
        ONE,
        TWO
    }

    @Id
    long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Color color;

    @JdbcType(PostgreSQLEnumJdbcType.class)
    @Column(nullable = false, length = 1)
    @ColumnDefault("'RED'")
    Color other;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Size size;

    @JdbcType(PostgreSQLOrdinalEnumJdbcType.class)
    @Check(constraints = "second <> 'SMALL'")
    Size second;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(unique = true)
    Kind kind;

    Look look;

    @ElementCollection
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Set<Color> colors;
}
