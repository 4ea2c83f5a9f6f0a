package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.Struct;

enum Color {
    RED,
    GREEN
}

@Embeddable
@Struct(name = "paint")
class Paint {
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Color base;

    @Column(nullable = false)
    Color top;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Paint paint;

    @Column(nullable = false)
    Paint required;

    List<Paint> former;
}
