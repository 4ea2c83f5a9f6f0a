package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Color {
    RED,
    GREEN
}

enum Letter {
    b,
    A,
    Ä
}

@MappedSuperclass
class Colored {
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Color color;
}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Thing extends Colored {
    @Id
    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Letter id;
}

@Entity
@Migratable
class Part extends Thing {
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Color inside;
}

@Entity
@Migratable
class Other extends Colored {
    @Id
    long id;

    @ManyToOne
    Thing thing;
}
