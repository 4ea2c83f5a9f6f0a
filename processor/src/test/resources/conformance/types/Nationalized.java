package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.annotations.Nationalized;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Nationalized
    String name;

    @Nationalized
    @Lob
    String text;

    @Nationalized
    @Column(length = 20_000_000)
    String huge;
}
