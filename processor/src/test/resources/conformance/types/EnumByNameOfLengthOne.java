package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

enum Grade {
    A,
    B
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    Grade grade;
}
