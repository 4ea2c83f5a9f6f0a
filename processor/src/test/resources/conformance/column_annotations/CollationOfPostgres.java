package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Collate("C")
    String code;

    @Collate("de-x-icu")
    String name;

    @Collate("POSIX")
    @Column(length = 20, nullable = false)
    String path;
}
