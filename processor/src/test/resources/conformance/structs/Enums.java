package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

enum Color {
    RED,
    GREEN
}

@Embeddable
@Struct(name = "paint")
class Paint {
    @Enumerated(EnumType.STRING)
    Color base;

    Color top;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Color named;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Paint paint;
}
